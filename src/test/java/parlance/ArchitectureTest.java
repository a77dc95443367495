package parlance;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final Set<String> EVERYTHING = Set.of(
            "app",
            "rest",
            "dialect",
            "interpreter",
            "cluster",
            "security",
            "admin",
            "recovery",
            "ops",
            "socketio",
            "container",
            "chat",
            "engineio",
            "json");

    /** Which of our packages each of them may import. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("app", EVERYTHING),
            Map.entry("rest", Set.of("chat", "security")),
            Map.entry("dialect", Set.of("interpreter", "chat", "json")),
            Map.entry("interpreter", Set.of("socketio", "chat", "security", "json")),
            Map.entry("cluster", Set.of("socketio", "json")),
            Map.entry("security", Set.of("chat")),
            Map.entry("admin", Set.of("socketio", "json")),
            Map.entry("recovery", Set.of("socketio", "json")),
            Map.entry("ops", except("app", "dialect")),
            Map.entry("socketio", Set.of("engineio", "json")),
            Map.entry("container", Set.of("engineio")),
            Map.entry("chat", Set.of()),
            Map.entry("engineio", Set.of()),
            Map.entry("json", Set.of()));

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("parlance");

    static Stream<String> packages() {
        return MAY_IMPORT.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_imports_what_the_map_allows(String name) {
        var forbidden = new TreeSet<>(EVERYTHING);
        forbidden.removeAll(MAY_IMPORT.get(name));
        forbidden.remove(name);
        if (!forbidden.isEmpty()) {
            check(noClasses()
                    .that()
                    .resideInAPackage("parlance." + name + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(forbidden.stream()
                            .map(other -> "parlance." + other + "..")
                            .toArray(String[]::new))));
        }
    }

    @Test
    void every_class_lives_in_a_package_of_the_map() {
        var known = Stream.concat(EVERYTHING.stream(), Stream.of("engineio.transport"))
                .map("parlance."::concat)
                .toArray(String[]::new);

        check(classes().should().resideInAnyPackage(known));
    }

    @Test
    void only_chat_and_recovery_use_JPA() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("parlance.chat..", "parlance.recovery..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.persistence.."));
    }

    @Test
    void only_cluster_uses_JMS() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("parlance.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.jms.."));
    }

    @Test
    void only_json_asks_the_JSON_provider_for_anything() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("parlance.json..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.json.Json"));
    }

    @Test
    void nobody_makes_a_thread() {
        check(noClasses().should().callConstructorWhere(target(owner(assignableTo(Thread.class)))));
    }

    @Test
    void nobody_writes_to_standard_output() {
        check(noClasses().should().accessField(System.class, "out"));
    }

    @Test
    void a_class_is_named_for_what_it_is() {
        check(noClasses()
                .should()
                .haveNameMatching(".*[.$]((Default|Abstract)[A-Z]\\w*|\\w*(Impl|Manager|Helper|Utils?))"));
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        var sources = List.of(Path.of("src/main/java"), Path.of("src/test/java"));
        var used = new TreeSet<Path>();
        for (var root : sources) {
            try (var files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(file -> root.relativize(file).getParent())
                        .forEach(used::add);
            }
        }

        assertThat(used)
                .allMatch(
                        folder -> sources.stream()
                                .map(root -> root.resolve(folder).resolve("package-info.java"))
                                .anyMatch(Files::exists),
                        "has a package-info.java");
    }

    private static Set<String> except(String... names) {
        var rest = new TreeSet<>(EVERYTHING);
        rest.removeAll(List.of(names));
        return rest;
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(OURS);
    }
}
