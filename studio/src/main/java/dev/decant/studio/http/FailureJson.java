package dev.decant.studio.http;

import dev.decant.codec.FieldsBuilder;
import dev.decant.codec.Json;
import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.List;

/** Failures as the page reads them. */
public final class FailureJson {
    private FailureJson() {}

    /** {@code {"error": {"code", "what", "where", "next"}}}, with all of them beside it when there are several. */
    public static Json.Fields of(Throwable thrown) {
        List<Failure> failures = failures(thrown);
        FieldsBuilder document = Json.object().put("error", of(failures.getFirst()));
        if (failures.size() > 1) {
            document.put("errors", Json.list(failures, FailureJson::of));
        }
        return document.build();
    }

    /** One failure. */
    public static Json.Fields of(Failure failure) {
        return Json.object()
                .put("code", failure.code())
                .put("what", failure.what())
                .put("where", failure.where().orElse(""))
                .put("next", failure.next().orElse(""))
                .build();
    }

    /** The HTTP status for it: whether the database is away, the request is wrong, or Decant. */
    static int status(Throwable thrown) {
        String code = failures(thrown).getFirst().code();
        return switch (code) {
            case "DCT-199" -> 500;
            case "DCT-510", "DCT-514", "DCT-515" -> 503;
            case "DCT-702", "DCT-710", "DCT-741" -> 404;
            case "DCT-703" -> 400;
            case "DCT-720", "DCT-722", "DCT-723", "DCT-513" -> 403;
            case "DCT-731", "DCT-732" -> 409;
            default -> 422;
        };
    }

    private static List<Failure> failures(Throwable thrown) {
        if (thrown instanceof DecantException known) {
            return known.failures();
        }
        String said = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return List.of(Failure.of(
                        "DCT-199",
                        "an error in Decant itself: " + thrown.getClass().getSimpleName() + said)
                .next("please report it"));
    }
}
