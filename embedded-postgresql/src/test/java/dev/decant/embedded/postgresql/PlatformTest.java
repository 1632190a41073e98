package dev.decant.embedded.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlatformTest {
    @Test
    void the_archive_is_named_as_the_publisher_names_it() {
        assertThat(Platform.of("Linux", "amd64").archiveName()).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(Platform.of("Linux", "aarch64").archiveName()).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(Platform.of("Mac OS X", "x86_64").archiveName()).isEqualTo("postgres-darwin-x86_64.txz");
        assertThat(Platform.of("Mac OS X", "aarch64").archiveName()).isEqualTo("postgres-darwin-arm_64.txz");
    }

    @Test
    void where_it_does_not_run_it_says_what_to_do() {
        assertThatThrownBy(() -> Platform.of("Windows 11", "amd64"))
                .hasMessageContaining("DCT-601")
                .hasMessageContaining("Windows 11 amd64")
                .hasMessageContaining("--url");
        assertThatThrownBy(() -> Platform.of("Linux", "riscv64")).hasMessageContaining("DCT-601");
    }
}
