package io.ttquant.consumer;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What a module shows to its users, read from its sources: the public types of exported packages, and what of them has no documentation. */
final class PublicSources extends TreePathScanner<@Nullable Void, String> {
    private static final Pattern EXPORTS = Pattern.compile("^\\s*exports ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern MODULE = Pattern.compile("^(?:open )?module ([\\w.]+) ", Pattern.MULTILINE);

    private final DocTrees trees;
    private final Set<String> types = new TreeSet<>();
    private final Set<String> undocumented = new TreeSet<>();

    private PublicSources(DocTrees trees) {
        this.trees = trees;
    }

    static Path folder(String module) {
        return Installed.ROOT.resolve(module).resolve("src").resolve("main").resolve("java");
    }

    static String moduleName(String module) {
        return first(MODULE, descriptor(module)).get(0);
    }

    /** Public types of exported packages, as {@code io/ttquant/api/order/Fill} or {@code .../OrderEvent.Accepted}. */
    static Set<String> typesOf(String module) {
        return read(module, folder(module), first(EXPORTS, descriptor(module))).types;
    }

    /** What users see of a module without a word about it; ideally nothing. */
    static Set<String> undocumentedOf(String module) {
        return read(module, folder(module), first(EXPORTS, descriptor(module))).undocumented;
    }

    /** The same of the sources in a folder, where the given packages are exported. */
    static Set<String> undocumentedIn(Path folder, List<String> exported) {
        return read(folder.toString(), folder, exported).undocumented;
    }

    private static String descriptor(String module) {
        return Installed.text(folder(module).resolve("module-info.java"));
    }

    private static List<String> first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static PublicSources read(String module, Path folder, List<String> exported) {
        List<Path> files = new ArrayList<>(Installed.files(folder));
        files.removeIf(file -> !file.toString().endsWith(".java")
                || file.endsWith("module-info.java")
                || !exported.contains(folder.relativize(file)
                        .getParent()
                        .toString()
                        .replace('\\', '.')
                        .replace('/', '.')));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            PublicSources found = new PublicSources(DocTrees.instance(task));
            if (!files.isEmpty()) {
                for (CompilationUnitTree unit : task.parse()) {
                    found.scan(unit, "");
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sources of " + module, e);
        }
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, String outer) {
        if (!isShown(type.getModifiers())) {
            return null;
        }
        String name = outer.isEmpty()
                ? getCurrentPath()
                                .getCompilationUnit()
                                .getPackageName()
                                .toString()
                                .replace('.', '/') + "/" + type.getSimpleName()
                : outer + "." + type.getSimpleName();
        types.add(name);
        expectWords(name);
        for (Tree member : type.getMembers()) {
            scan(member, name);
        }
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, String type) {
        boolean isOverride = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        // A compact constructor says what its record says; the record lists the components.
        boolean isOfRecord = method.getReturnType() == null && kindOfParent() == Tree.Kind.RECORD;
        if (isShown(method.getModifiers()) && !isOverride && !isOfRecord) {
            expectWords(type + "#" + method.getName());
        }
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree field, String type) {
        if (isShown(field.getModifiers()) && kindOfParent() != Tree.Kind.ENUM) {
            expectWords(type + "#" + field.getName());
        }
        return null;
    }

    private void expectWords(String name) {
        DocCommentTree words = trees.getDocCommentTree(getCurrentPath());
        if (words == null
                || (words.getFullBody().isEmpty() && words.getBlockTags().isEmpty())) {
            undocumented.add(name);
        }
    }

    /** Public or protected, or a member of an interface, whose members are public without saying so. */
    private boolean isShown(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        boolean isSaid = flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
        boolean isOfInterface =
                EnumSet.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE).contains(kindOfParent());
        return isSaid || (isOfInterface && !flags.contains(Modifier.PRIVATE));
    }

    private Tree.Kind kindOfParent() {
        TreePath parent = getCurrentPath().getParentPath();
        return parent.getLeaf().getKind();
    }
}
