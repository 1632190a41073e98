package dev.decant.config;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a URL between {@code //} and the next slash: who enters, and which servers to try.
 *
 * @param hosts each as in {@code localhost:5432} or {@code [::1]}; none when the URL names none
 */
record Authority(Optional<String> user, Optional<String> password, List<String> hosts) {
    private static final Pattern NAMED = Pattern.compile("(?<host>[\\p{L}\\p{N}._~-]+)(:(?<port>.*))?");
    private static final Pattern NUMBERED =
            Pattern.compile("\\[(?<host>[0-9A-Fa-f:.]+(%25[\\p{L}\\p{N}._~-]+)?)](:(?<port>.*))?");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final String ENCODE =
            "write special characters of a user or password percent-encoded: / is %2F, ? is %3F, # is %23, @ is %40";

    Authority {
        hosts = List.copyOf(hosts);
    }

    /** The authority that this text is; what stands before its last {@code @} is user and password. */
    static Authority parse(String text) {
        int at = text.lastIndexOf('@');
        String entry = at < 0 ? "" : text.substring(0, at);
        int colon = entry.indexOf(':');
        Optional<String> user = Optional.of(colon < 0 ? entry : entry.substring(0, colon));
        Optional<String> password = colon < 0 ? Optional.empty() : Optional.of(entry.substring(colon + 1));
        return new Authority(
                user.filter(name -> !name.isEmpty()).map(name -> Percent.decode(name, "user")),
                password.filter(secret -> !secret.isEmpty()).map(secret -> Percent.decode(secret, "password")),
                hosts(text.substring(at + 1)));
    }

    /** The same users at these servers. */
    Authority at(List<String> others) {
        return new Authority(user, password, others);
    }

    static List<String> hosts(String text) {
        List<String> hosts = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String host : text.split(",", -1)) {
                hosts.add(host(host));
            }
        }
        return hosts;
    }

    private static String host(String text) {
        if (text.startsWith("%2F") || text.startsWith("%2f") || text.startsWith("/")) {
            throw failure("the URL names a Unix socket, which Java drivers do not know", "name a host and a port");
        }
        Matcher numbered = NUMBERED.matcher(text);
        Matcher matcher = numbered.matches() ? numbered : NAMED.matcher(text);
        if (text.isEmpty() || text.startsWith(":")) {
            throw failure("the URL names no host before a port or a comma", "write postgres://user@host/database");
        }
        if (matcher != numbered && text.indexOf(':') != text.lastIndexOf(':') && !text.startsWith("[")) {
            throw failure(
                    "the URL has a host with several colons", "write an IPv6 address in brackets, [::1]; " + ENCODE);
        }
        if (!matcher.matches()) {
            throw failure("the URL has a host with characters that no host has", ENCODE);
        }
        Optional.ofNullable(matcher.group("port")).ifPresent(Authority::checkPort);
        return text;
    }

    private static void checkPort(String port) {
        if (!PORT.matcher(port).matches() || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
            throw failure("the URL has a port that is not a number from 1 to 65535", ENCODE);
        }
    }

    static DecantException failure(String what, String next) {
        return Failure.of("DCT-110", what).next(next).exception();
    }

    @Override
    public String toString() {
        return String.join(",", hosts);
    }
}
