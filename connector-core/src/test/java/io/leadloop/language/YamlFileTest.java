package io.leadloop.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlFileTest {

    private final Problems problems = new Problems();

    @Test
    void wordsThatOlderYamlTookForSomethingElseStayText() {
        YamlTable table = read("NO: norway\non: off\n012: 0o14\nday: 2026-04-01\nyes: 1e3\n")
                .orElseThrow();
        assertThat(table.text("NO", problems)).contains("norway");
        assertThat(table.text("on", problems)).contains("off");
        assertThat(table.text("012", problems)).contains("0o14");
        assertThat(table.text("day", problems)).contains("2026-04-01");
        assertThat(table.text("yes", problems)).contains("1e3");
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void aKeyWrittenTwiceIsRefusedWithBothLines() {
        read("a: 1\nb: 2\na: 3\n");
        assertThat(problems.list())
                .containsExactly(new Problem(
                        "The key 'a' is written twice, first at line 1",
                        new Location("f.yaml", 3, 1),
                        "Remove one of the two"));
    }

    @Test
    void aFileThatIsNoYamlSaysWhere() {
        read("a: [1, 2\nb: 3\n");
        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).startsWith("This is not YAML");
            assertThat(problem.where().line()).isEqualTo(2);
        });
    }

    @Test
    void aliasesThatGrowWithoutBoundAreRefused() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [");
            laughs.append(("*a" + (i - 1) + ", ").repeat(8)).append("x]\n");
        }
        assertThat(read(laughs.toString())).isEmpty();
        assertThat(problems.list()).hasSize(1);
    }

    @Test
    void aMissingFileIsAProblemAndNotAnException() {
        assertThat(YamlFile.read(Source.of(Map.of()), "gone.yaml", problems)).isEmpty();
        assertThat(problems.list())
                .singleElement()
                .satisfies(problem -> assertThat(problem.where().file()).isEqualTo("gone.yaml"));
    }

    @Test
    void aWordThatIsNoneOfTheListIsRefusedWithTheNearest() {
        YamlTable table = read("direction: bth\n").orElseThrow();
        table.word("direction", io.leadloop.canonical.Direction.class, io.leadloop.canonical.Direction.IN, problems);
        assertThat(problems.list())
                .containsExactly(
                        new Problem("'bth' is none of in, out, both", new Location("f.yaml", 1, 12), "Write 'both'"));
    }

    private Optional<YamlTable> read(String text) {
        return YamlFile.read(Source.of(Map.of("f.yaml", text)), "f.yaml", problems);
    }
}
