package dev.decant.studio.http;

import dev.decant.failure.Failure;
import java.nio.charset.StandardCharsets;

/** What a browser is shown that has no way in. */
final class StrangersPage {
    static final Failure FAILURE = Failure.of("DCT-701", "this browser was not let in, or the link was used before")
            .next("run decant studio again and open the link that it prints");

    private static final String HTML = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Decant Studio</title>
            <style>
            :root { color-scheme: light dark }
            body { font: 16px/1.5 system-ui, sans-serif; display: grid; place-content: center; min-height: 90vh; margin: 0 24px }
            main { max-width: 420px } h1 { font-size: 20px; margin: 0 0 8px }
            code { font: 14px ui-monospace, monospace }
            </style>
            </head>
            <body><main>
            <h1>This link does not open the studio</h1>
            <p>A link of Decant Studio opens once, in one browser. Run <code>decant studio</code> again and open the link that it prints.</p>
            </main></body>
            </html>
            """;

    private StrangersPage() {}

    static Reply reply() {
        return Reply.bytes("text/html; charset=utf-8", HTML.getBytes(StandardCharsets.UTF_8))
                .withStatus(403);
    }
}
