package dev.decant.emit;

import dev.decant.model.enumtype.EnumType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Changes the labels and the comment of an enum that is there. */
final class EnumMerge {
    private final FileEdit file;
    private final ParsedClass type;

    EnumMerge(FileEdit file, ParsedClass type) {
        this.file = file;
        this.type = type;
    }

    /** Notes the changes; constants that stay keep their comments. */
    void run(EnumType there, EnumType wanted) {
        if (!there.comment().equals(wanted.comment())) {
            file.annotate(type, wanted.comment());
        }
        if (!there.labels().equals(wanted.labels())) {
            relabel(wanted, RenamedLabels.between(there.labels(), wanted.labels()));
        }
    }

    private void relabel(EnumType wanted, Map<String, String> renamed) {
        List<ParsedConstant> constants = type.constants();
        Map<String, String> pieces = new HashMap<>();
        for (ParsedConstant constant : constants) {
            pieces.put(constant.label(), piece(constant));
        }
        EnumCode code = new EnumCode(file.code(), wanted);
        for (ParsedConstant constant : constants) {
            renamed.forEach((label, old) -> {
                if (old.equals(constant.label())) {
                    pieces.put(label, new RenamedConstant(file.code(), constant, piece(constant)).under(label, code));
                }
            });
        }
        String list = wanted.labels().stream()
                .map(label -> pieces.containsKey(label) ? pieces.get(label) : code.constant(label))
                .collect(Collectors.joining(",\n"));
        if (constants.isEmpty()) {
            file.insert(type.bodyStart(), list + "\n");
        } else {
            file.replace(constants.getFirst().start(), constants.getLast().end(), "\n" + list);
        }
    }

    /** A constant with what stands before it, from the line in which that begins. */
    private String piece(ParsedConstant constant) {
        String text = file.text().substring(constant.start(), constant.end());
        String lines = text.replaceFirst("^[ \t]*\n", "");
        return lines.equals(text) ? "    " + text.strip() : lines;
    }
}
