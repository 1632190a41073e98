package dev.decant.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The browser of whoever sits at this machine. */
final class Browser {
    private Browser() {}

    /** Opens a link, by the program that each system has for that; says whether there is one. */
    static boolean open(URI link) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = command(system, link.toString());
        if (command.isEmpty()) {
            return false;
        }
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    private static List<String> command(String system, String link) {
        if (system.contains("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", link);
        }
        if (system.contains("mac")) {
            return List.of("open", link);
        }
        boolean screen = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return screen ? List.of("xdg-open", link) : List.of();
    }
}
