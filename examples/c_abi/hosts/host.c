/* A host in C.
 *
 *   host request.json      prints the answer as it is; the exit code is the status
 *   host --columns [rows]  judges two generated columns; verdicts to standard output, times to standard error
 *   host --times RUNS request.json  the best time of so many runs, in milliseconds of the processor
 */
#define _POSIX_C_SOURCE 199309L
#include "dabiao.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { USAGE = 64 };

static const char TARGET[] = "{\"year\":2024,\"judge\":[\"women.health.g2.maternal-mortality-ratio\"]}";

static uint8_t *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    uint8_t *bytes = NULL;
    size_t room = 0, got;
    *length = 0;
    if (!file) {
        return NULL;
    }
    do {
        if (*length == room) {
            uint8_t *more;
            room = room ? 2 * room : 65536;
            more = realloc(bytes, room);
            if (!more) {
                free(bytes);
                fclose(file);
                return NULL;
            }
            bytes = more;
        }
        got = fread(bytes + *length, 1, room - *length, file);
        *length += got;
    } while (got > 0);
    if (ferror(file)) {
        free(bytes);
        bytes = NULL;
    }
    fclose(file);
    return bytes;
}

static int evaluate(const char *path)
{
    size_t length, answer_length;
    uint8_t *answer;
    uint8_t *request = read_file(path, &length);
    int32_t status;
    if (!request) {
        perror(path);
        return USAGE;
    }
    status = dabiao_evaluate(request, length, &answer, &answer_length);
    free(request);
    if (answer) {
        fwrite(answer, 1, answer_length, stdout);
        dabiao_free(answer, answer_length);
    }
    return status;
}

static int times(int runs, const char *path)
{
    size_t length, answer_length;
    uint8_t *answer;
    uint8_t *request = read_file(path, &length);
    int32_t status = 0;
    double best = 1e9, took;
    if (!request) {
        perror(path);
        return USAGE;
    }
    for (; runs > 0 && !status; runs--) {
        clock_t start = clock();
        status = dabiao_evaluate(request, length, &answer, &answer_length);
        dabiao_free(answer, answer_length);
        took = (double)(clock() - start) / CLOCKS_PER_SEC;
        best = took < best ? took : best;
    }
    free(request);
    printf("%.2f\n", best * 1e3);
    return status;
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* The same sums in every host, to be compared. */
static void tell(const char *what, const int8_t *outcomes, const int64_t *margins, size_t rows)
{
    size_t counts[4] = {0, 0, 0, 0}, row;
    int64_t sum = 0;
    for (row = 0; row < rows; row++) {
        counts[outcomes[row] + 1]++;
        sum += margins[row];
    }
    printf("%s: %zu met, %zu not met, %zu undetermined, %zu not applicable; margins %" PRId64 "\n", what,
           counts[DABIAO_MET + 1], counts[DABIAO_NOT_MET + 1], counts[DABIAO_UNDETERMINED + 1],
           counts[DABIAO_NOT_APPLICABLE + 1], sum);
}

static void took(const char *what, double best, size_t rows)
{
    fprintf(stderr, "C, %s: %.2f ns a check\n", what, best * 1e9 / (double)rows);
}

static int columns(size_t rows)
{
    int64_t *values = malloc(rows * sizeof *values), *bottoms = malloc(rows * sizeof *bottoms);
    int64_t *margins = malloc(rows * sizeof *margins);
    int8_t *outcomes = malloc(rows);
    uint8_t *told = malloc(rows);
    uint8_t *answer;
    size_t answer_length, row;
    uint32_t threshold;
    int32_t status, scale;
    double best = 1e9, best_counts = 1e9, start;
    int round;
    if (!values || !bottoms || !margins || !outcomes || !told) {
        return USAGE;
    }
    status = dabiao_threshold_new((const uint8_t *)TARGET, strlen(TARGET), &threshold, &answer, &answer_length);
    printf("%.*s\n", (int)answer_length, (const char *)answer);
    dabiao_free(answer, answer_length);
    if (status) {
        return status;
    }
    dabiao_margin_scale(threshold, 1, &scale);
    printf("margins have %" PRId32 " digits after the point\n", scale);
    for (row = 0; row < rows; row++) {
        values[row] = (int64_t)(row * 7919 % 400);
        told[row] = row % 17 != 0;
    }
    for (round = 0; round < 7 && !status; round++) {
        start = seconds();
        status = dabiao_check_column(threshold, values, rows, 1, told, DABIAO_BYTES, outcomes, margins, NULL, NULL);
        start = seconds() - start;
        best = start < best ? start : best;
    }
    tell("values", outcomes, margins, rows);
    for (row = 0; row < rows; row++) {
        values[row] = (int64_t)(row % 5);
        bottoms[row] = (int64_t)(row * 104729 % 30000);
    }
    for (round = 0; round < 7 && !status; round++) {
        start = seconds();
        status = dabiao_check_counts(threshold, values, bottoms, rows, NULL, 0, outcomes, margins, NULL, NULL);
        start = seconds() - start;
        best_counts = start < best_counts ? start : best_counts;
    }
    tell("counts", outcomes, margins, rows);
    if (dabiao_threshold_free(threshold) != DABIAO_OK || dabiao_threshold_free(threshold) != DABIAO_MISUSE) {
        status = DABIAO_MISUSE;
    }
    took("values", best, rows);
    took("counts", best_counts, rows);
    free(values);
    free(bottoms);
    free(margins);
    free(outcomes);
    free(told);
    return status;
}

int main(int count, char **arguments)
{
    if (dabiao_abi_version() != DABIAO_ABI_VERSION) {
        fprintf(stderr, "the library %s has another API version than the header\n", dabiao_version());
        return USAGE;
    }
    if (count >= 2 && strcmp(arguments[1], "--columns") == 0) {
        return columns(count > 2 ? (size_t)strtoull(arguments[2], NULL, 10) : 1000000);
    }
    if (count == 4 && strcmp(arguments[1], "--times") == 0) {
        return times(atoi(arguments[2]), arguments[3]);
    }
    if (count != 2) {
        fprintf(stderr, "usage: host request.json | host --columns [rows] | host --times RUNS request.json\n");
        return USAGE;
    }
    return evaluate(arguments[1]);
}
