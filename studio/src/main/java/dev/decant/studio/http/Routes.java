package dev.decant.studio.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which address leads to whom; {@code /api/cell/{ref}} has a place that takes any one part of a path. */
public final class Routes {
    private final List<Route> routes = new ArrayList<>();

    /** A method, a path and who answers. */
    private record Route(String method, List<String> parts, Handler handler, int limit) {
        Optional<Map<String, String>> variables(String[] path) {
            if (path.length != parts.size()) {
                return Optional.empty();
            }
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < path.length; i++) {
                String part = parts.get(i);
                if (part.startsWith("{")) {
                    variables.put(
                            part.substring(1, part.length() - 1), URLDecoder.decode(path[i], StandardCharsets.UTF_8));
                } else if (!part.equals(path[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }

    /** Who answers, with what the path says. */
    record Found(Handler handler, Map<String, String> variables, int limit) {}

    /** Answers GET requests. */
    public Routes get(String path, Handler handler) {
        return add("GET", path, handler, 0);
    }

    /** Answers POST requests. */
    public Routes post(String path, Handler handler) {
        return post(path, Request.USUAL_LIMIT, handler);
    }

    /**
     * Answers POST requests.
     *
     * @param limit how many bytes a body may have
     */
    public Routes post(String path, int limit, Handler handler) {
        return add("POST", path, handler, limit);
    }

    /** Answers DELETE requests. */
    public Routes delete(String path, Handler handler) {
        return add("DELETE", path, handler, Request.USUAL_LIMIT);
    }

    private Routes add(String method, String path, Handler handler, int limit) {
        routes.add(new Route(method, List.of(path.split("/", -1)), handler, limit));
        return this;
    }

    /**
     * Who answers.
     *
     * @param path the path as it was sent, still encoded
     */
    Optional<Found> find(String method, String path) {
        String[] parts = path.split("/", -1);
        return routes.stream()
                .filter(route -> route.method().equals(method))
                .flatMap(route -> route.variables(parts).stream()
                        .map(variables -> new Found(route.handler(), variables, route.limit())))
                .findFirst();
    }
}
