package io.ttquant.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An import of the BOM brings the versions of TTQuant's own artifacts and nothing else: what else a project uses stays its own choice. */
class BomTest {
    @Test
    void theBomManagesEveryModuleOfThisVersionAndNothingElse() throws Exception {
        Document pom = bom();
        List<String> managed = new ArrayList<>();
        NodeList dependencies = pom.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            managed.add(child(dependency, "groupId") + ":" + child(dependency, "artifactId") + ":"
                    + child(dependency, "version"));
        }

        assertThat(managed)
                .containsExactlyInAnyOrderElementsOf(Installed.MODULES.stream()
                        .map(module -> "io.ttquant:" + module + ":" + Installed.version())
                        .toList());
    }

    @Test
    void theBomInheritsNothing() throws Exception {
        Document pom = bom();

        for (String element : List.of("parent", "properties", "profile", "repository", "pluginRepository")) {
            assertThat(pom.getElementsByTagName(element).getLength())
                    .as("<%s> in ttquant-bom/pom.xml", element)
                    .isZero();
        }
    }

    private static Document bom() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Installed.ROOT.resolve("ttquant-bom/pom.xml").toFile());
    }

    private static String child(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }
}
