package io.leadloop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FloorPlanTest {

    private static final FloorPlan PLAN = new FloorPlan();
    private static final Path PICTURE = Path.of("..", "docs", "floor-plan.md");

    private static final List<String> PURE = List.of(
            "canonical",
            "mapping",
            "identity",
            "merge",
            "lifecycle",
            "definition",
            "feedback",
            "attribution",
            "policy",
            "plan");

    @Test
    void everyPackageIsARoomOfThePlan() {
        Set<String> rooms = PLAN.classes.stream().map(FloorPlan::room).collect(Collectors.toSet());

        assertThat(rooms).isSubsetOf(FloorPlan.mayKnow().keySet());
    }

    @Test
    void aRoomKnowsOnlyTheRoomsThatItMay() {
        assertThat(PLAN.trespasses()).isEmpty();
    }

    @Test
    void importsPointUp() {
        List<String> order = List.copyOf(FloorPlan.mayKnow().keySet());

        FloorPlan.mayKnow()
                .forEach((room, others) -> assertThat(others)
                        .as(room)
                        .allMatch(other -> order.indexOf(other) >= 0 && order.indexOf(other) < order.indexOf(room)));
    }

    @Test
    void theCoreKnowsNoVendorNoDatabaseAndNoFramework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "io.micrometer..",
                        "org.slf4j..",
                        "java.net.http..",
                        "com.sforce..",
                        "org.h2..",
                        "org.postgresql..")
                .because("it decides; adapters and the app do the rest")
                .check(PLAN.classes);
    }

    @Test
    void pureRoomsReadNoClock() {
        pure().should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.InstantSource")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "now() of java.time",
                        call -> call.getTarget().getFullName().matches("java\\.time\\.\\w+\\.now\\(.*")))
                .because("they get the time as a value")
                .check(PLAN.classes);
    }

    @Test
    void pureRoomsDoNoInputAndOutput() {
        pure().should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net..", "java.util.logging..", "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File|Input|Output|Print|Console|Random).*")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Thread")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("values go in and values come out")
                .check(PLAN.classes);
    }

    @Test
    void everyRoomSaysItsQuestion() {
        assertThat(FloorPlan.mayKnow().keySet())
                .allSatisfy(
                        room -> assertThat(FloorPlan.question(room)).as(room).isNotEmpty());
    }

    @Test
    void thePictureInTheDocumentsIsTheOneThatIsBuilt() throws IOException {
        String drawn = PLAN.picture();
        if (Boolean.getBoolean("leadloop.draw")) {
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(PICTURE, drawn, StandardCharsets.UTF_8);
        }
        assertThat(PICTURE)
                .as("draw it anew: mvn -pl connector-core test -Dtest=FloorPlanTest -Dleadloop.draw=true")
                .hasContent(drawn);
    }

    private static GivenClassesConjunction pure() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        PURE.stream().map(room -> "io.leadloop." + room + "..").toArray(String[]::new));
    }
}
