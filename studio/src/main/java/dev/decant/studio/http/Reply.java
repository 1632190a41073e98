package dev.decant.studio.http;

import dev.decant.codec.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param status the HTTP status
 * @param headers what is said beside the headers that every answer has
 * @param body what is sent
 */
public record Reply(int status, Map<String, String> headers, Body body) {
    /** What is sent. */
    public sealed interface Body {
        /** Nothing. */
        record Empty() implements Body {}

        /** A JSON document. */
        record Document(Json value) implements Body {}

        /** Bytes that are there already. */
        final class Bytes implements Body {
            private final String type;
            private final byte[] content;

            private Bytes(String type, byte[] content) {
                this.type = type;
                this.content = content;
            }

            String type() {
                return type;
            }

            /** They are not copied, since they may be many. */
            byte[] content() {
                return content;
            }
        }

        /**
         * Bytes that are written while they come to be.
         *
         * @param length how many; whoever gets fewer knows that some are missing
         */
        record File(String type, long length, ByteSource source) implements Body {}

        /** Text that is written while it comes to be. */
        record Stream(String type, Source source) implements Body {}
    }

    /** Writes a body bit by bit; what is flushed reaches the reader at once. */
    @FunctionalInterface
    public interface Source {
        /** Writes all of it. */
        void writeTo(Writer out) throws IOException;
    }

    /** Writes bytes bit by bit. */
    @FunctionalInterface
    public interface ByteSource {
        /** Writes all of them. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Copies the headers. */
    public Reply {
        headers = Map.copyOf(headers);
    }

    /** A document. */
    public static Reply of(Json document) {
        return new Reply(200, Map.of(), new Body.Document(document));
    }

    /** Lines of JSON, each of which is a value. */
    public static Reply lines(Source source) {
        return stream("application/x-ndjson; charset=utf-8", source);
    }

    /** Text of some type that is written while it comes to be. */
    public static Reply stream(String type, Source source) {
        return new Reply(200, Map.of(), new Body.Stream(type, source));
    }

    /** Bytes of some type. */
    public static Reply bytes(String type, byte[] content) {
        return new Reply(200, Map.of(), new Body.Bytes(type, content));
    }

    /** So many bytes of some type that are written while they come to be. */
    public static Reply file(String type, long length, ByteSource source) {
        return new Reply(200, Map.of(), new Body.File(type, length, source));
    }

    /** Done, and nothing to tell. */
    public static Reply done() {
        return empty(204);
    }

    /** What the reader has already is still true. */
    public static Reply notModified() {
        return empty(304);
    }

    /** A status without a body. */
    public static Reply empty(int status) {
        return new Reply(status, Map.of(), new Body.Empty());
    }

    /** The same with another status. */
    public Reply withStatus(int other) {
        return new Reply(other, headers, body);
    }

    /** The same with one more header. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }
}
