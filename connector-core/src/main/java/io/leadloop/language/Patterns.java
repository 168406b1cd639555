package io.leadloop.language;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelStandardFunctions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * CEL's {@code matches}, with one difference: a pattern that is written in an expression is compiled with the expression.
 * CEL's own compiles it at each call.
 */
final class Patterns {

    /** All standard functions but {@code matches}. */
    static final CelStandardFunctions OTHERS = CelStandardFunctions.newBuilder()
            .excludeFunctions(CelStandardFunctions.StandardFunction.MATCHES)
            .build();

    private final Map<String, Pattern> written = new ConcurrentHashMap<>();

    /** CEL wants functions that never change; these only get faster. */
    @SuppressWarnings("Immutable")
    Set<CelFunctionBinding> bindings() {
        return CelFunctionBinding.fromOverloads(
                "matches",
                CelFunctionBinding.from("matches", String.class, String.class, this::matches),
                CelFunctionBinding.from("matches_string", String.class, String.class, this::matches));
    }

    /**
     * Compiles what is written in this expression.
     *
     * @throws PatternSyntaxException if one is wrong
     */
    void compile(CelAbstractSyntaxTree tree) {
        CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(node -> node.expr().callOrDefault())
                .filter(call -> call.function().equals("matches"))
                .forEach(call -> compile(call.args().get(call.args().size() - 1)));
    }

    private void compile(CelExpr pattern) {
        CelConstant constant = pattern.constantOrDefault();
        if (constant.getKind() == CelConstant.Kind.STRING_VALUE) {
            written.put(constant.stringValue(), Pattern.compile(constant.stringValue()));
        }
    }

    private boolean matches(String text, String pattern) {
        Pattern compiled = written.get(pattern);
        return (compiled == null ? Pattern.compile(pattern) : compiled)
                .matcher(text)
                .find();
    }
}
