package dabiao;

import java.math.BigDecimal;

/**
 * What a value was compared with.
 *
 * @param limit the number, in the indicator's unit
 * @param higherIsBetter which way is better
 * @param included whether the number itself still meets
 */
public record Bound(BigDecimal limit, boolean higherIsBetter, boolean included) {
}
