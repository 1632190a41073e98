package dev.decant.postgresql.run;

import java.sql.BatchUpdateException;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which statement of a batch was refused. The driver knows, and says so only in the message of its exception, in the words of the user's language: {@code
 * Batch entry 1,500 INSERT ... was aborted} (BatchResultHandler.handleError in the driver's source). The text of the statement behind the number, which it leaves
 * out under {@code logServerErrorDetail=false}, tells whether the number is what it seems to be.
 */
public final class PostgresqlCulprit {
    private static final String UNSAID = "<unknown>";

    private PostgresqlCulprit() {}

    /**
     * The one that was refused, from 0.
     *
     * @param sent all that were sent, in their order
     * @return nothing when the message is of another form
     */
    public static OptionalInt of(BatchUpdateException refused, List<String> sent) {
        String message = String.valueOf(refused.getMessage());
        int begin = firstDigit(message);
        int index = 0;
        for (int place = begin; place < message.length() && index < sent.size(); place++) {
            char letter = message.charAt(place);
            if (Character.isDigit(letter)) {
                index = 10 * index + Character.digit(letter, 10);
            } else if (isSaid(message, place + 1, sent.get(index))) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    private static int firstDigit(String message) {
        int place = 0;
        while (place < message.length() && !Character.isDigit(message.charAt(place))) {
            place++;
        }
        return place;
    }

    private static boolean isSaid(String message, int place, String statement) {
        return message.startsWith(statement.strip(), place) || message.startsWith(UNSAID, place);
    }
}
