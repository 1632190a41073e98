package dev.decant.emit;

import dev.decant.model.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file that is there and changes in some places. */
final class FileEdit {
    private final ParsedFile parsed;
    private final FileCode code;
    private final TextEdits edits;
    /** The bodies in one line that get lines. */
    private final Set<Integer> opened = new HashSet<>();

    FileEdit(ParsedFile parsed, FileCode base) {
        this.parsed = parsed;
        List<String> imported = parsed.imports().stream()
                .filter(each -> !each.isStatic() && !each.name().endsWith("*"))
                .map(ParsedFile.ParsedImport::name)
                .toList();
        this.code = base.withImports(Imports.beside(parsed.packageName(), imported));
        this.edits = new TextEdits(parsed.text());
    }

    /** Where the file lies below the schema's folder. */
    String path() {
        return parsed.file().path();
    }

    /** What new code of the file is written with. */
    FileCode code() {
        return code;
    }

    /** The class of that binary name. */
    Optional<ParsedClass> type(String name) {
        return parsed.classes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** Whether there is no other class in the file. */
    boolean isOnly(ParsedClass type) {
        return parsed.classes().stream().allMatch(each -> each.name().startsWith(type.name()));
    }

    /** Gives a field another value, and another type where it has one. */
    void replace(ParsedField field, Member member) {
        String type = parsed.text().substring(field.typeStart(), field.typeEnd());
        if (!type.equals(member.type())) {
            edits.replace(field.typeStart(), field.typeEnd(), member.type());
        }
        int from = endOfWords(field.valueStart());
        edits.replace(from, field.valueEnd(), member.valueText(from - lineStart(from)));
    }

    private int lineStart(int at) {
        return parsed.text().lastIndexOf('\n', at - 1) + 1;
    }

    private int endOfWords(int at) {
        int end = at;
        while (end > 0 && Character.isWhitespace(parsed.text().charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Takes a field away, with its comment. */
    void remove(ParsedField field) {
        int start = field.start();
        boolean gapBefore = isBlankLineBefore(start);
        boolean gapAfter = isBlankLineAt(field.end()) || isEndOfBody(field.end());
        edits.remove(gapBefore && gapAfter ? lineStart(start - 1) : start, field.end());
    }

    private boolean isBlankLineBefore(int at) {
        return at > 0 && parsed.text().substring(lineStart(at - 1), at).isBlank();
    }

    private boolean isBlankLineAt(int at) {
        int end = parsed.text().indexOf('\n', at);
        return end >= 0 && parsed.text().substring(at, end).isBlank();
    }

    private boolean isEndOfBody(int at) {
        return parsed.text().substring(at).stripLeading().startsWith("}");
    }

    /** Puts code where a line begins, or where a body in one line does, which gets lines then. */
    void insert(int at, String text) {
        boolean oneLine = at > 0 && parsed.text().charAt(at - 1) == '{';
        edits.insert(at, oneLine && opened.add(at) ? "\n" + text : text);
    }

    /** Puts something in the place of a piece. */
    void replace(int start, int end, String text) {
        edits.replace(start, end, text);
    }

    /** What stands in the file. */
    String text() {
        return parsed.text();
    }

    /** Says the comment in an annotation, in one that is there or a new one; without a comment there is none. */
    void annotate(ParsedClass type, String comment) {
        replaceAnnotations(type, List.of("Comment"), TableAnnotations.comment(code, comment));
    }

    /** Says in annotations what a table is besides its parts. */
    void annotate(ParsedClass type, Table table) {
        replaceAnnotations(type, TraitAnnotations.NAMES, TraitAnnotations.text(code, table));
    }

    /** Puts lines with annotations where the first of some is, else before all; the others go. */
    private void replaceAnnotations(ParsedClass type, List<String> names, String lines) {
        List<ParsedClass.Extent> there = names.stream()
                .flatMap(name -> type.annotations().getOrDefault(name, List.of()).stream())
                .sorted(Comparator.comparingInt(ParsedClass.Extent::start))
                .toList();
        int at = there.isEmpty() ? type.start() : there.getFirst().start();
        if (!lines.isEmpty()) {
            edits.insert(at, lines);
        }
        for (ParsedClass.Extent extent : there) {
            int end = parsed.text().indexOf('\n', extent.end());
            boolean ownLine =
                    end >= 0 && parsed.text().substring(extent.end(), end).isBlank();
            edits.remove(extent.start(), ownLine ? end + 1 : extent.end());
        }
    }

    /** The change of the file, if there is any. */
    Optional<JavaChange> change() {
        if (edits.isEmpty()) {
            return Optional.empty();
        }
        addImports();
        String after = withoutUnused(edits.apply());
        return Optional.of(new JavaChange(parsed.file().path(), Optional.of(parsed.text()), Optional.of(after)));
    }

    private void addImports() {
        addImports(code.imports().constants(), true);
        addImports(code.imports().types(), false);
    }

    private void addImports(NavigableSet<String> names, boolean isStatic) {
        List<ParsedFile.ParsedImport> there = parsed.imports().stream()
                .filter(each -> each.isStatic() == isStatic)
                .toList();
        List<String> missing = names.stream()
                .filter(name -> there.stream().noneMatch(each -> each.covers(name)))
                .filter(name -> !isOwn(name, isStatic))
                .toList();
        for (String name : missing) {
            String line = "import " + (isStatic ? "static " : "") + name + ";\n";
            Optional<Integer> before = there.stream()
                    .filter(each -> each.name().compareTo(name) > 0)
                    .map(ParsedFile.ParsedImport::start)
                    .findFirst();
            if (before.isPresent()) {
                edits.insert(before.get(), line);
            } else if (!there.isEmpty()) {
                edits.insert(there.getLast().end(), line);
            } else {
                boolean first = name.equals(missing.getFirst());
                boolean last = name.equals(missing.getLast());
                insertBlock(line, isStatic, first, last);
            }
        }
    }

    /** A constant of a class of the file needs no import. */
    private boolean isOwn(String name, boolean isStatic) {
        return isStatic && parsed.classes().stream().anyMatch(each -> name.startsWith(each.canonicalName() + "."));
    }

    private void insertBlock(String line, boolean isStatic, boolean first, boolean last) {
        if (isStatic && !parsed.imports().isEmpty()) {
            edits.insert(parsed.imports().getFirst().start(), line + (last ? "\n" : ""));
        } else if (parsed.imports().isEmpty()) {
            edits.insert(parsed.packageEnd(), (first ? "\n" : "") + line);
        } else {
            edits.insert(parsed.imports().getLast().end(), (first ? "\n" : "") + line);
        }
    }

    /** Without the imports of which nothing uses the name any more, though something did. */
    private String withoutUnused(String after) {
        List<String> unused = new ArrayList<>();
        String codeBefore = withoutImports(parsed.text());
        String codeAfter = withoutImports(after);
        for (ParsedFile.ParsedImport each : parsed.imports()) {
            Pattern word = Pattern.compile("\\b" + Pattern.quote(each.simpleName()) + "\\b");
            if (!each.name().endsWith("*")
                    && word.matcher(codeBefore).find()
                    && !word.matcher(codeAfter).find()) {
                unused.add(parsed.text().substring(each.start(), each.end()));
            }
        }
        String text = after;
        for (String line : unused) {
            int at = text.indexOf(line);
            text = text.substring(0, at) + text.substring(at + line.length());
        }
        return unused.isEmpty() ? text : withoutDoubleGap(text);
    }

    private static String withoutImports(String text) {
        return text.lines().filter(line -> !line.startsWith("import ")).reduce("", (one, other) -> one + "\n" + other);
    }

    /** After the last import of a block went, one empty line is left of two. */
    private static String withoutDoubleGap(String text) {
        int body = Stream.of(text.indexOf("\npublic "), text.indexOf("\n/**"), text.indexOf("\n@"))
                .filter(at -> at >= 0)
                .min(Integer::compare)
                .orElse(0);
        return text.substring(0, body).replaceAll("\n{3,}", "\n\n") + text.substring(body);
    }
}
