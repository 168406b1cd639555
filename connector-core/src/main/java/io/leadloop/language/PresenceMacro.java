package io.leadloop.language;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.Optional;

/**
 * {@code has(person.email)}: becomes a variable of its own that is always known, because CEL's own macro would be unknown
 * for an unknown field.
 */
final class PresenceMacro {

    static final CelMacro HAS = CelMacro.newGlobalMacro("has", 1, PresenceMacro::expand);

    private PresenceMacro() {}

    private static Optional<CelExpr> expand(
            CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
        CelExpr argument = arguments.get(0);
        if (argument.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT
                && argument.select().operand().exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT) {
            return Optional.of(factory.newIdentifier(NamedField.presence(
                    argument.select().operand().ident().name(),
                    argument.select().field())));
        }
        return Optional.of(factory.reportError("has() takes a field, such as has(person.email)"));
    }
}
