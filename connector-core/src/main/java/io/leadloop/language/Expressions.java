package io.leadloop.language;

import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Optional;

/**
 * Compiles CEL against declared names. An expression has at most 2,000 characters, loops at most 1,000 times and can
 * reach nothing but the view that it is given. Beside the standard functions there are those for texts:
 * {@code lowerAscii}, {@code split}, {@code replace}, {@code trim}, {@code substring}.
 *
 * <p>Numbers compare as numbers; a moment is a timestamp, a day the timestamp of its beginning in UTC, choices are a list
 * of strings. A field that is absent is unknown, and so is a blank one that is no text; {@code has()} is true only for a
 * value.
 */
public final class Expressions {

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(2_000)
            .maxParseRecursionDepth(60)
            .comprehensionMaxIterations(1_000)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private final Names names;
    private final CelCompiler compiler;
    private final Patterns patterns = new Patterns();
    private final CelRuntime runtime;

    public Expressions(Names names) {
        this.names = names;
        this.compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE)
                .addMacros(PresenceMacro.HAS)
                .addLibraries(CelExtensions.strings())
                .build();
        this.runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .setStandardFunctions(Patterns.OTHERS)
                .addFunctionBindings(patterns.bindings())
                .addLibraries(CelExtensions.strings())
                .build();
    }

    /** Empty if it is no yes-or-no expression, which is noted with its place. */
    public Optional<Condition> condition(YamlNode.Scalar text, Problems problems) {
        return compile(text, true, problems).map(Condition::new);
    }

    /** Empty if it cannot be compiled, which is noted with its place. */
    public Optional<Expression> value(YamlNode.Scalar text, Problems problems) {
        return compile(text, false, problems).map(Expression::new);
    }

    private Optional<CompiledExpression> compile(YamlNode.Scalar text, boolean truth, Problems problems) {
        CelValidationResult parsed = compiler.parse(text.text());
        if (parsed.hasError()) {
            note(parsed.getErrors(), text, problems);
            return Optional.empty();
        }
        try {
            Optional<List<NamedField>> fields = new NamedFields(names, text, problems).of(parsed.getAst());
            if (fields.isEmpty()) {
                return Optional.empty();
            }
            CelCompilerBuilder builder = compiler.toCompilerBuilder();
            for (NamedField field : fields.get()) {
                builder.addVar(field.name(), CelValues.type(field.type()));
                builder.addVar(field.presence(), SimpleType.BOOL);
            }
            CelValidationResult checked = builder.build().check(parsed.getAst());
            if (checked.hasError()) {
                note(checked.getErrors(), text, problems);
                return Optional.empty();
            }
            CelAbstractSyntaxTree tree = checked.getAst();
            CelType result = tree.getResultType();
            if (truth && !result.equals(SimpleType.BOOL) && !result.equals(SimpleType.DYN)) {
                problems.add(
                        "The expression gives a " + result.name() + ", not true or false",
                        text.where(),
                        "Compare it with something: ==, >=, in");
                return Optional.empty();
            }
            patterns.compile(tree);
            return Optional.of(new CompiledExpression(text.text(), fields.get(), runtime.createProgram(tree)));
        } catch (PatternSyntaxException e) {
            problems.add(
                    "The expression has a wrong pattern: " + e.getDescription(),
                    text.where(),
                    "Correct the pattern '" + e.getPattern() + "'");
            return Optional.empty();
        } catch (CelValidationException | CelEvaluationException e) {
            problems.add("The expression cannot be used", text.where(), "Write it in a simpler way");
            return Optional.empty();
        }
    }

    private static void note(List<CelIssue> issues, YamlNode.Scalar text, Problems problems) {
        CelIssue first = issues.get(0);
        String message = first.getMessage().lines().findFirst().orElse("it cannot be read");
        problems.add(
                "The expression is wrong: " + message,
                text.at(
                        Math.max(1, first.getSourceLocation().getLine()),
                        Math.max(0, first.getSourceLocation().getColumn())),
                "Correct the expression '" + text.text() + "'");
    }
}
