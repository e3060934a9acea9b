package dev.gatehouse.journeys.factors;

/**
 * A login that waits for a factor. Each try answers with the level of the tokens that came of it, 0 if none did; only the
 * right code opens, and nothing does afterwards.
 */
interface Door {

    int show(String code);

    /** The code that opens, where it takes one. */
    default String rightCode(Holder holder) {
        return holder.rightCode();
    }

    /** Shows what belongs to somebody else's login, by that one's names for it where there are any. */
    int show(Stranger stranger);

    /** Tries everything but a code. */
    int showNothing();
}
