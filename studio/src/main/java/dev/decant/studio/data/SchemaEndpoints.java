package dev.decant.studio.data;

import dev.decant.codec.Json;
import dev.decant.codec.JsonWriter;
import dev.decant.database.browsing.Catalogue;
import dev.decant.database.browsing.Relation;
import dev.decant.studio.connection.StudioEnvironment;
import dev.decant.studio.connection.Workspace;
import dev.decant.studio.http.Reply;
import dev.decant.studio.http.Request;
import dev.decant.studio.http.Routes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What there is with rows, as the page asks for it. */
public final class SchemaEndpoints {
    private final Workspace workspace;

    private SchemaEndpoints(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Adds the addresses. */
    public static void register(Routes routes, Workspace workspace) {
        SchemaEndpoints endpoints = new SchemaEndpoints(workspace);
        routes.get("/api/schema", endpoints::schema);
    }

    private Reply schema(Request request) {
        StudioEnvironment environment = workspace.environment(request);
        Catalogue catalogue = environment.browser().fresh();
        Json.Fields document = document(catalogue, true, hash(document(catalogue, false, "")));
        String tag = "\"" + hash(document) + "\"";
        return request.header("If-None-Match").filter(tag::equals).isPresent()
                ? Reply.notModified().with("ETag", tag)
                : Reply.of(document).with("ETag", tag).with("Cache-Control", "private, no-cache");
    }

    private static Json.Fields document(Catalogue catalogue, boolean sizes, String hash) {
        List<Json.Fields> schemas = catalogue.namespaces().stream()
                .map(name -> Json.object()
                        .put("name", name)
                        .put("relations", Json.list(relations(catalogue, name, sizes)))
                        .build())
                .toList();
        List<Json.Fields> enums = catalogue.enums().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(type -> Json.object()
                        .put("schema", type.getKey().schema())
                        .put("name", type.getKey().local())
                        .put("labels", Json.texts(type.getValue()))
                        .build())
                .toList();
        return Json.object()
                .put("hash", hash)
                .put("schemas", Json.list(schemas))
                .put("enums", Json.list(enums))
                .build();
    }

    private static List<Json.Fields> relations(Catalogue catalogue, String namespace, boolean sizes) {
        return catalogue.relations().stream()
                .filter(relation -> relation.name().schema().equals(namespace))
                .map((Relation relation) -> RelationJson.of(relation, sizes))
                .toList();
    }

    private static String hash(Json document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(JsonWriter.line(document).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
