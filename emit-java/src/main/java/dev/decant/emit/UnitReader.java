package dev.decant.emit;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Finds in a file's syntax tree what a merge has to know of it. */
final class UnitReader {
    private final JavaFile file;
    private final String text;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<ParsedClass> classes = new ArrayList<>();

    UnitReader(JavaFile file, CompilationUnitTree unit, SourcePositions positions) {
        this.file = file;
        this.text = file.text();
        this.unit = unit;
        this.positions = positions;
    }

    ParsedFile read() {
        boolean packaged = unit.getPackage() != null;
        String packageName = packaged ? unit.getPackage().getPackageName().toString() : "";
        int packageEnd = packaged ? endOfLine(end(unit.getPackage())) : 0;
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree declared) {
                addClass(declared, prefix);
            }
        }
        List<ParsedFile.ParsedImport> imports =
                unit.getImports().stream().map(this::parsedImport).toList();
        return new ParsedFile(file, packageName, packageEnd, imports, List.copyOf(classes));
    }

    private ParsedFile.ParsedImport parsedImport(ImportTree tree) {
        return new ParsedFile.ParsedImport(
                tree.getQualifiedIdentifier().toString(),
                tree.isStatic(),
                startOfLine(start(tree)),
                endOfLine(end(tree)));
    }

    private void addClass(ClassTree tree, String prefix) {
        String name = prefix + tree.getSimpleName();
        List<ParsedField> fields = new ArrayList<>();
        List<ParsedConstant> constants = new ArrayList<>();
        Optional<String> singleton = Optional.empty();
        int bodyStart = text.indexOf('{', headEnd(tree)) + 1;
        int before = bodyStart;
        for (Tree member : tree.getMembers()) {
            if (end(member) < 0 || start(member) < bodyStart) {
                continue; // a constructor that the compiler adds
            }
            if (member instanceof VariableTree field && isConstant(field, tree)) {
                constants.add(constant(field, before));
            } else if (member instanceof VariableTree field) {
                singleton = singleton.or(() -> singleton(field, tree));
                fields.add(field(field, before));
            } else if (member instanceof ClassTree inner) {
                addClass(inner, name + "$");
            }
            before = end(member);
        }
        boolean oneLine = startOfLine(end(tree) - 1) < bodyStart;
        int from = oneLine ? bodyStart : endOfLine(bodyStart);
        int to = oneLine ? bodyStart : startOfLine(end(tree) - 1);
        classes.add(new ParsedClass(name, start(tree), from, to, fields, singleton, annotations(tree), constants));
    }

    /** Where what stands before the body ends, as far as the tree tells. */
    private int headEnd(ClassTree tree) {
        int end = Math.max(start(tree), end(tree.getModifiers()));
        if (tree.getExtendsClause() != null) {
            end = Math.max(end, end(tree.getExtendsClause()));
        }
        for (Tree type : tree.getImplementsClause()) {
            end = Math.max(end, end(type));
        }
        return end;
    }

    private static boolean isConstant(VariableTree field, ClassTree owner) {
        return owner.getKind() == Tree.Kind.ENUM
                && field.getType() != null
                && field.getType().toString().equals(owner.getSimpleName().toString())
                && field.toString().startsWith("/*public static final*/");
    }

    private ParsedConstant constant(VariableTree field, int before) {
        String name = field.getName().toString();
        int end = Math.max(end(field), start(field));
        return new ParsedConstant(name, label(field).orElse(name), skipComma(before), end);
    }

    private int skipComma(int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ',' || text.charAt(at) == ' ')) {
            at++;
        }
        return at;
    }

    private static Optional<String> label(VariableTree field) {
        for (AnnotationTree annotation : field.getModifiers().getAnnotations()) {
            if (simple(annotation).equals("Label") && !annotation.getArguments().isEmpty()) {
                ExpressionTree argument = annotation.getArguments().getFirst();
                ExpressionTree value = argument instanceof AssignmentTree given ? given.getExpression() : argument;
                return value instanceof LiteralTree literal
                        ? Optional.of(String.valueOf(literal.getValue()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> singleton(VariableTree field, ClassTree owner) {
        boolean own = field.getModifiers().getFlags().contains(Modifier.STATIC)
                && field.getType() != null
                && field.getType().toString().equals(owner.getSimpleName().toString());
        return own ? Optional.of(field.getName().toString()) : Optional.empty();
    }

    private ParsedField field(VariableTree tree, int before) {
        int start = start(tree);
        int end = end(tree);
        boolean alone = start >= before && text.charAt(end - 1) == ';';
        int valueStart = tree.getInitializer() == null ? end : start(tree.getInitializer());
        int valueEnd = tree.getInitializer() == null ? end : end(tree.getInitializer());
        Tree type = tree.getType();
        return new ParsedField(
                tree.getName().toString(),
                commentStart(start, before),
                type == null ? start : start(type),
                type == null ? start : end(type),
                valueStart,
                valueEnd,
                endOfLine(end),
                alone);
    }

    /** The beginning of the lines with comments that stand right above, which begin behind what is before. */
    private int commentStart(int start, int before) {
        int line = startOfLine(start);
        while (line > 0) {
            int above = startOfLine(line - 1);
            if (above <= before || text.substring(above, line).isBlank()) {
                break;
            }
            line = above;
        }
        return Math.max(line, Math.min(before, start));
    }

    private Map<String, List<ParsedClass.Extent>> annotations(ClassTree tree) {
        Map<String, List<ParsedClass.Extent>> found = new HashMap<>();
        for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
            found.computeIfAbsent(simple(annotation), name -> new ArrayList<>())
                    .add(new ParsedClass.Extent(start(annotation), end(annotation)));
        }
        return found;
    }

    private static String simple(AnnotationTree annotation) {
        return SchemaNames.simple(annotation.getAnnotationType().toString());
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    private int startOfLine(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private int endOfLine(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }
}
