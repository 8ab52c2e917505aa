/* The C API of dabiao: targets of development plans, judged exactly.
 *
 * Link with libdabiao_c, or run the same functions as a WebAssembly module (without imports, memory exported as `memory`).
 *
 * Ownership: what the library hands out (an answer, dabiao_alloc) is given back with dabiao_free and the length that came
 *   with it, never with free(). Everything else stays the caller's and is not kept after the call.
 * Threads: every function may be called from many threads at once; nothing is tied to the thread that made it.
 * Status: every int32_t returned is one of enum dabiao_status. A null or misaligned pointer, an unknown handle, outputs that
 *   overlap, memory that is not ours are DABIAO_MISUSE. What cannot be seen is the caller's duty: that memory is as long as
 *   was said. Outputs named `answer` and `answer_length` are emptied first (NULL, 0), whatever they held: free an earlier
 *   answer before its variables are used again.
 * Numbers: no floating point anywhere. A missing value is never 0: say so by the validity, or leave the row out.
 */
#ifndef DABIAO_H
#define DABIAO_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this header. A library is compatible if dabiao_abi_version() returns the same. */
#define DABIAO_ABI_VERSION 1

enum dabiao_status {
    DABIAO_OK = 0,      /* done; the answer is what was asked for */
    /* 1 is never returned */
    DABIAO_REFUSED = 2, /* the request cannot be used; the answer is {"schema_version":1,"errors":[{"path":,"message":},...]} */
    DABIAO_MISUSE = 3,  /* the call cannot be right; there is no answer */
    DABIAO_PANIC = 4    /* a defect inside, caught; there is no answer. In WebAssembly a trap: throw the instance away */
};

enum dabiao_outcome {
    DABIAO_UNDETERMINED = -1, /* no value, or one that cannot be */
    DABIAO_NOT_MET = 0,
    DABIAO_MET = 1,
    DABIAO_NOT_APPLICABLE = 2 /* 0 of 0 */
};

/* As first_bit: the validity has one byte for each row (0: no value), not one bit. */
#define DABIAO_BYTES ((ptrdiff_t)-1)

/* The crate's version, "0.1.0": ends in NUL, lives for ever. */
const char *dabiao_version(void);

/* The version of the API, to be compared with DABIAO_ABI_VERSION. */
uint32_t dabiao_abi_version(void);

/* Judges a request, or each of a batch (an array of up to 5,000). JSON in UTF-8, `length` bytes, no NUL needed; up to 256 MiB.
 * A request with "brief": true is answered with the verdicts alone, in columns, for a fraction of the time and the bytes.
 * DABIAO_OK: *answer is the report. DABIAO_REFUSED: *answer names everything that is wrong, each with a path. Neither ends in
 * NUL. (NULL, 0) is the empty text, which is refused. */
int32_t dabiao_evaluate(const uint8_t *request, size_t length, uint8_t **answer, size_t *answer_length);

/* Gives back an answer, or memory of dabiao_alloc. (NULL, 0) is nothing to do. Another length, a second time, memory of
 * others: DABIAO_MISUSE, and nothing happens (unless the address has meanwhile been handed out again with that length). */
int32_t dabiao_free(uint8_t *block, size_t length);

/* Memory of the library's for hosts that cannot lend theirs (WebAssembly): zeroed, aligned to 16 bytes. NULL for 0 and where
 * there is none. */
uint8_t *dabiao_alloc(size_t size);

/* Prepares the bound of one target for columns. The request is one of dabiao_evaluate's without rows, `judge` naming the one
 * target: {"year":2024,"judge":["women.health.g2.maternal-mortality-ratio"]}; `catalogue`, `plans` and `settings` (the method
 * of rounding, say) mean what they mean there.
 * DABIAO_OK: *threshold is a handle, never 0, and the answer says what columns have to hold:
 *   {"schema_version":1,"target":id,"label":text,"unit":"/10万","counts":true,"divisor":25000}
 *   `counts`: whether dabiao_check_counts can be used; `divisor`: by what its margins are divided to be cases (or null).
 * Otherwise *threshold is 0. A target without a fixed bound of its own (a change since a year, a gap between groups that
 * needs both) is refused: judge it with dabiao_evaluate. */
int32_t dabiao_threshold_new(const uint8_t *request, size_t length, uint32_t *threshold, uint8_t **answer,
                             size_t *answer_length);

/* Lets a prepared bound go; 0 is nothing to do. A handle is never given twice, so an old one is always DABIAO_MISUSE. */
int32_t dabiao_threshold_free(uint32_t threshold);

/* How many digits stand after the point of a column's margins if `scale` stand after the point of its values: as many, or
 * more where the bound needs them. DABIAO_REFUSED (without an answer): outside -38..38, or the bound is no decimal (a
 * third) and there are no margins. */
int32_t dabiao_margin_scale(uint32_t threshold, int32_t scale, int32_t *margin_scale);

/* Judges `rows` values: whole numbers with the point `scale` digits from the right (143 and 1: 14.3), in the unit that
 * dabiao_threshold_new told.
 *   validity  which rows have a value: NULL for all; from bit `first_bit` on one bit a row, the lowest of a byte first (as
 *             Arrow does); with DABIAO_BYTES one byte a row (as NumPy does).
 *   outcomes  `rows` entries, each an enum dabiao_outcome.
 *   margins   NULL, or `rows` entries: by how much a value lies on the good side, in dabiao_margin_scale; 0 where undetermined.
 *   answer    both NULL, or where the reason goes on DABIAO_REFUSED (a margin beyond int64_t, say, with its row).
 * After DABIAO_REFUSED and DABIAO_PANIC all outcomes are undetermined and all margins 0; after DABIAO_MISUSE nothing was
 * written. Outputs overlap neither inputs nor each other. Nothing is allocated. */
int32_t dabiao_check_column(uint32_t threshold, const int64_t *values, size_t rows, int32_t scale, const uint8_t *validity,
                            ptrdiff_t first_bit, int8_t *outcomes, int64_t *margins, uint8_t **answer,
                            size_t *answer_length);

/* Judges `rows` counts, numerators over denominators, by cross-multiplication: no rounding, no division. A negative count,
 * or a numerator above its denominator where that cannot be, is undetermined; 0 of 0 is not applicable. A margin is in cases
 * times the `divisor`. All else as in dabiao_check_column. Refused for an indicator that is no quotient. */
int32_t dabiao_check_counts(uint32_t threshold, const int64_t *numerators, const int64_t *denominators, size_t rows,
                            const uint8_t *validity, ptrdiff_t first_bit, int8_t *outcomes, int64_t *margins,
                            uint8_t **answer, size_t *answer_length);

#ifdef __cplusplus
}
#endif

#endif
