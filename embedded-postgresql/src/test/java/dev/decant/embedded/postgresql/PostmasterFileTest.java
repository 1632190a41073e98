package dev.decant.embedded.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostmasterFileTest {
    private static final String STARTING = "4711\n/data-17\n1795388000\n24017\n\n127.0.0.1\n";

    @Test
    void a_server_is_ready_when_its_eighth_line_says_so() {
        assertThat(PostmasterFile.parse(STARTING)).hasValue(new PostmasterFile(4711, false));
        assertThat(PostmasterFile.parse(STARTING + "  0  17\nstarting\n")).hasValue(new PostmasterFile(4711, false));
        assertThat(PostmasterFile.parse(STARTING + "  0  17\nready   \n")).hasValue(new PostmasterFile(4711, true));
        assertThat(PostmasterFile.parse(STARTING + "  0  17\nstopping\n")).hasValue(new PostmasterFile(4711, false));
    }

    @Test
    void a_file_that_is_being_written_names_no_server() {
        assertThat(PostmasterFile.parse("")).isEmpty();
        assertThat(PostmasterFile.parse("\n")).isEmpty();
        assertThat(PostmasterFile.parse("x\n")).isEmpty();
    }
}
