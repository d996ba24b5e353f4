package newsletter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layers and owners that ARCHITECTURE.md tells of. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("newsletter");

    @Test
    void thereAreClassesToLookAt() {
        assertThat(CLASSES.size()).isGreaterThan(60);
    }

    @ParameterizedTest
    @CsvSource({
        "org.yaml.snakeyaml.., newsletter.parse",
        "com.vladsch.flexmark.., newsletter.parse",
        "freemarker.., newsletter.render",
        "picocli.., newsletter.cli",
        "com.google.gson.., 'newsletter.cli,newsletter.send'"
    })
    void onlyTheOwnerKnowsALibrary(String library, String owner) {
        noClasses()
                .that()
                .resideOutsideOfPackage(owner)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "newsletter.finding, 'newsletter.model,newsletter.parse,newsletter.content,newsletter.render,newsletter.email,newsletter.pipeline,newsletter.cli'",
        "newsletter.model, 'newsletter.parse,newsletter.content,newsletter.render,newsletter.email,newsletter.pipeline,newsletter.cli'",
        "newsletter.parse, 'newsletter.content,newsletter.render,newsletter.email,newsletter.pipeline,newsletter.cli'",
        "newsletter.content, 'newsletter.render,newsletter.email,newsletter.pipeline,newsletter.cli'",
        "newsletter.render, 'newsletter.content,newsletter.email,newsletter.pipeline,newsletter.cli'",
        "newsletter.email, 'newsletter.content,newsletter.render,newsletter.parse,newsletter.pipeline,newsletter.cli'",
        "newsletter.pipeline, 'newsletter.cli'"
    })
    void dependenciesGoOneWay(String from, String above) {
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above.split(","))
                .check(CLASSES);
    }
}
