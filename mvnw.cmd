@echo off
rem Runs the pinned Maven, which is fetched once and checked: see .mvn\wrapper\FindMaven.java.
setlocal
set "HERE=%~dp0"
set "JAVA_COMMAND=java.exe"
if defined JAVA_HOME set "JAVA_COMMAND=%JAVA_HOME%\bin\java.exe"
set "MAVEN_COMMAND="
for /f "usebackq delims=" %%i in (`""%JAVA_COMMAND%" "%HERE%.mvn\wrapper\FindMaven.java" "%HERE%.mvn\wrapper\maven-wrapper.properties""`) do set "MAVEN_COMMAND=%%i"
if not defined MAVEN_COMMAND exit /b 1
rem A job that is run shows its own lines, and of the compiler errors alone; see mvnw.
echo %* | findstr /c:"-Prun" /c:"-Plive" >nul && set "MAVEN_OPTS=%MAVEN_OPTS% -Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.compiler.CompilerMojo=error"
call "%MAVEN_COMMAND%" %*
exit /b %ERRORLEVEL%
