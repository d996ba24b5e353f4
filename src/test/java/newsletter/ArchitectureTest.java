package newsletter;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "com.google.gson.., 'newsletter.cli,newsletter.send,newsletter.preview'",
        "com.sun.net.httpserver.., newsletter.preview",
        "com.helger.., newsletter.email.style",
        "org.jsoup.., 'newsletter.email..,newsletter.parse,newsletter.check,newsletter.link'",
        "java.awt.., newsletter.email.picture",
        "javax.imageio.., newsletter.email.picture",
        "net.coobird.., newsletter.email.picture",
        "com.twelvemonkeys.., newsletter.email.picture",
        "com.sanctionco.jmail.., newsletter.link",
        "javax.net.., 'newsletter.web,newsletter.send'",
        "jakarta.mail.., newsletter.send",
        "java.sql.., newsletter.send"
    })
    void onlyTheOwnersKnowALibrary(String library, String owners) {
        noClasses()
                .that()
                .resideOutsideOfPackages(owners.split(","))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    /** Neither a library's start-up nor what it finds on the machine may come between an issue and its bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"newsletter.cache", "newsletter.message..", "newsletter.calendar"})
    void formatsAreWrittenWithTheJdkAlone(String writer) {
        noClasses()
                .that()
                .resideInAPackage(writer)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "newsletter..", "org.jspecify..")
                .check(CLASSES);
    }

    /** Each package, and what it may use of the others. */
    @ParameterizedTest
    @CsvSource({
        "newsletter.finding, ''",
        "newsletter.model, finding",
        "newsletter.cache, ''",
        "newsletter.parse, 'finding,model,cache'",
        "newsletter.content, 'finding,model,parse'",
        "newsletter.render, 'finding,model,parse'",
        "newsletter.email, 'finding,model,cache,email.style,email.picture'",
        "newsletter.email.style, 'finding,model,cache'",
        "newsletter.email.picture, 'finding,model'",
        "newsletter.message, 'finding,model'",
        "newsletter.message.dkim, ''",
        "newsletter.calendar, 'finding,model'",
        "newsletter.check, 'finding,model,email,email.picture'",
        "newsletter.web, ''",
        "newsletter.link, 'finding,model,web'",
        "newsletter.send, 'finding,model,message,message.dkim'",
        "newsletter.preview, 'finding,model,email,email.picture'",
        "newsletter.pipeline, 'finding,model,cache,parse,content,render,email,email.picture,message,calendar'",
        "newsletter.cli, 'finding,model,cache,content,email,email.picture,pipeline,check,link,web,send,preview,message,message.dkim'"
    })
    void dependenciesGoOneWay(String from, String allowed) {
        String[] packages = Stream.concat(
                        Stream.of(from),
                        Stream.of(allowed.split(","))
                                .filter(name -> !name.isEmpty())
                                .map(name -> "newsletter." + name))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat(resideInAPackage("newsletter..").and(resideOutsideOfPackages(packages)))
                .check(CLASSES);
    }

    /** The gate in {@code web} cannot be gone round: the JDK's own client dials where it likes. */
    @Test
    void nothingUsesTheHttpClientOfTheJdk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .check(CLASSES);
    }
}
