/* Calls that cannot be right, each with the status that it has to have. Prints what differs; the exit code is their number. */
#include "dabiao.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int wrong;

static void is_status(int line, int32_t status, int32_t wanted)
{
    if (status != wanted) {
        fprintf(stderr, "misuse.c:%d: status %d, not %d\n", line, (int)status, (int)wanted);
        wrong++;
    }
}

static void is_true(int line, int holds)
{
    if (!holds) {
        fprintf(stderr, "misuse.c:%d: does not hold\n", line);
        wrong++;
    }
}

#define IS(status, wanted) is_status(__LINE__, (status), (wanted))
#define HOLDS(condition) is_true(__LINE__, (condition))

static const char TARGET[] = "{\"year\":2024,\"judge\":[\"women.health.g2.maternal-mortality-ratio\"]}";

static const uint8_t *bytes(const char *text)
{
    return (const uint8_t *)text;
}

static void evaluating(void)
{
    uint8_t stale = 7, *answer = &stale;
    size_t length = 1;
    const char *request = "{\"year\":2024}";
    char room[2 * sizeof(uint8_t *)] = {0};

    IS(dabiao_evaluate(bytes(request), strlen(request), NULL, &length), DABIAO_MISUSE);
    IS(dabiao_evaluate(bytes(request), strlen(request), &answer, NULL), DABIAO_MISUSE);
    IS(dabiao_evaluate(NULL, 5, &answer, &length), DABIAO_MISUSE);
    HOLDS(answer == NULL && length == 0);
    IS(dabiao_evaluate(bytes(request), SIZE_MAX, &answer, &length), DABIAO_MISUSE);
    IS(dabiao_evaluate(bytes(request), strlen(request), (uint8_t **)(void *)(room + 1), &length), DABIAO_MISUSE);
    IS(dabiao_evaluate(NULL, 0, &answer, &length), DABIAO_REFUSED);
    HOLDS(length > 0 && memcmp(answer, "{\"schema_version\":1,\"errors\":[", 30) == 0);
    IS(dabiao_free(answer, length), DABIAO_OK);
    IS(dabiao_evaluate(bytes("\xff\xfe{"), 3, &answer, &length), DABIAO_REFUSED);
    IS(dabiao_free(answer, length), DABIAO_OK);
    {
        /* Twice into the same variables: the first answer is not lost, as it was kept. */
        uint8_t *first;
        size_t first_length;
        IS(dabiao_evaluate(bytes(request), strlen(request), &answer, &length), DABIAO_OK);
        first = answer;
        first_length = length;
        IS(dabiao_evaluate(bytes(request), strlen(request), &answer, &length), DABIAO_OK);
        HOLDS(first != answer && first_length == length && memcmp(first, answer, length) == 0);
        IS(dabiao_free(first, first_length), DABIAO_OK);
    }
    IS(dabiao_free(answer, length - 1), DABIAO_MISUSE);
    IS(dabiao_free(answer + 1, length - 1), DABIAO_MISUSE);
    IS(dabiao_free(answer, length), DABIAO_OK);
    IS(dabiao_free(answer, length), DABIAO_MISUSE);
    IS(dabiao_free(&stale, 1), DABIAO_MISUSE);
    IS(dabiao_free(NULL, 3), DABIAO_MISUSE);
    IS(dabiao_free(NULL, 0), DABIAO_OK);
    HOLDS(dabiao_alloc(0) == NULL);
    HOLDS(dabiao_alloc(SIZE_MAX) == NULL);
}

static void checking(void)
{
    uint32_t threshold = 9;
    uint8_t *answer;
    size_t length;
    int32_t scale = 9;
    int64_t values[3] = {120, 121, INT64_MIN}, margins[3] = {5, 5, 5};
    int8_t outcomes[3] = {9, 9, 9};
    uint8_t told[3] = {1, 1, 0};
    const char *nobody = "{\"year\":2024,\"judge\":[\"women.health.g2\"]}";

    IS(dabiao_threshold_new(bytes(TARGET), strlen(TARGET), NULL, &answer, &length), DABIAO_MISUSE);
    IS(dabiao_threshold_new(bytes(nobody), strlen(nobody), &threshold, &answer, &length), DABIAO_REFUSED);
    HOLDS(threshold == 0 && answer != NULL);
    IS(dabiao_free(answer, length), DABIAO_OK);
    IS(dabiao_threshold_new(bytes(TARGET), strlen(TARGET), &threshold, &answer, &length), DABIAO_OK);
    IS(dabiao_free(answer, length), DABIAO_OK);

    IS(dabiao_check_column(threshold, values, 3, 1, told, DABIAO_BYTES, outcomes, margins, NULL, NULL), DABIAO_OK);
    HOLDS(outcomes[0] == DABIAO_MET && outcomes[1] == DABIAO_NOT_MET && outcomes[2] == DABIAO_UNDETERMINED);
    HOLDS(margins[0] == 0 && margins[1] == -1 && margins[2] == 0);
    told[0] = 3; /* The first two bits. */
    IS(dabiao_check_column(threshold, values, 3, 1, told, 0, outcomes, NULL, NULL, NULL), DABIAO_OK);
    HOLDS(outcomes[1] == DABIAO_NOT_MET && outcomes[2] == DABIAO_UNDETERMINED);
    IS(dabiao_check_column(threshold, NULL, 0, 1, NULL, 0, NULL, NULL, NULL, NULL), DABIAO_OK);

    /* Nothing is written by what cannot be right. */
    outcomes[0] = 9;
    margins[0] = 5;
    IS(dabiao_check_column(threshold, NULL, 3, 1, NULL, 0, outcomes, margins, NULL, NULL), DABIAO_MISUSE);
    IS(dabiao_check_column(threshold, values, 3, 1, NULL, 0, NULL, margins, NULL, NULL), DABIAO_MISUSE);
    IS(dabiao_check_column(threshold, values, 3, 1, told, -2, outcomes, margins, NULL, NULL), DABIAO_MISUSE);
    IS(dabiao_check_column(threshold, values, 3, 1, told, PTRDIFF_MAX, outcomes, margins, NULL, NULL), DABIAO_MISUSE);
    IS(dabiao_check_column(threshold, values, SIZE_MAX / 4, 1, NULL, 0, outcomes, margins, NULL, NULL), DABIAO_MISUSE);
    IS(dabiao_check_column(threshold, values, 3, 1, NULL, 0, outcomes, values, NULL, NULL), DABIAO_MISUSE);
    IS(dabiao_check_column(threshold, values, 3, 1, NULL, 0, (int8_t *)(values + 1), margins, NULL, NULL), DABIAO_MISUSE);
    IS(dabiao_check_column(threshold, (const int64_t *)(const void *)((const char *)values + 1), 2, 1, NULL, 0, outcomes,
                           margins, NULL, NULL),
       DABIAO_MISUSE);
    IS(dabiao_check_column(threshold, values, 3, 1, NULL, 0, outcomes, margins, &answer, NULL), DABIAO_MISUSE);
    IS(dabiao_check_column(threshold + 1, values, 3, 1, NULL, 0, outcomes, margins, NULL, NULL), DABIAO_MISUSE);
    IS(dabiao_check_counts(threshold, values, NULL, 3, NULL, 0, outcomes, margins, NULL, NULL), DABIAO_MISUSE);
    IS(dabiao_check_counts(0, values, values, 3, NULL, 0, outcomes, margins, NULL, NULL), DABIAO_MISUSE);
    IS(dabiao_margin_scale(threshold, 1, NULL), DABIAO_MISUSE);
    HOLDS(outcomes[0] == 9 && margins[0] == 5 && values[0] == 120);

    /* After a refusal every verdict is blotted out. */
    IS(dabiao_check_column(threshold, values, 3, 39, NULL, 0, outcomes, margins, &answer, &length), DABIAO_REFUSED);
    HOLDS(outcomes[0] == DABIAO_UNDETERMINED && margins[0] == 0 && answer != NULL);
    IS(dabiao_free(answer, length), DABIAO_OK);
    IS(dabiao_margin_scale(threshold, -39, &scale), DABIAO_REFUSED);
    IS(dabiao_margin_scale(threshold, 0, &scale), DABIAO_OK);
    HOLDS(scale == 0);

    IS(dabiao_threshold_free(threshold), DABIAO_OK);
    IS(dabiao_threshold_free(threshold), DABIAO_MISUSE);
    IS(dabiao_threshold_free(0), DABIAO_OK);
    IS(dabiao_check_column(threshold, values, 3, 1, NULL, 0, outcomes, margins, NULL, NULL), DABIAO_MISUSE);
}

int main(void)
{
    evaluating();
    checking();
    return wrong;
}
