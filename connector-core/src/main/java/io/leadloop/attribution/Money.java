package io.leadloop.attribution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in the smallest unit of its currency: cents, yen, fils.
 *
 * @param minor may be negative
 */
public record Money(long minor, Currency currency) {

    /**
     * Rounds half away from zero to the currency's own digits: 2 for USD, 0 for JPY, 3 for BHD.
     *
     * @throws ArithmeticException beyond 9.2e18 minor units
     */
    public static Money of(BigDecimal amount, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return new Money(
                amount.movePointRight(digits).setScale(0, RoundingMode.HALF_UP).longValueExact(), currency);
    }

    /** In whole units, with the currency's digits: 10000.00. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits()));
    }
}
