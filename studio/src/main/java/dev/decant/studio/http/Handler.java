package dev.decant.studio.http;

/** Answers the requests that come to one address. */
@FunctionalInterface
public interface Handler {
    /**
     * The answer.
     *
     * @throws dev.decant.failure.DecantException with what is told in place of an answer
     */
    Reply handle(Request request);
}
