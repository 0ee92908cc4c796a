/* cpu.h: which instructions the processor has for looking at many bytes at once.
 *
 * The kernels (base/kernel.h) are compiled once for each set below and give the same bytes with each: the choice is a
 * matter of speed alone. */
#pragma once

#include "base/error.h"

G_BEGIN_DECLS

typedef enum {
  BS_CPU_PLAIN,  /* C alone, eight bytes at a time */
  BS_CPU_SSE2,   /* every x86-64 */
  BS_CPU_AVX2,   /* with BMI2, LZCNT and POPCNT: x86-64-v3 */
  BS_CPU_AVX512, /* F, BW, DQ, VL, VBMI and VBMI2: Ice Lake, Zen 4 */
  BS_CPU_NEON,   /* every AArch64 */
  BS_N_CPUS
} BsCpu;

/* "plain", "sse2", "avx2", "avx512", "neon". */
const char *bs_cpu_name  (BsCpu cpu);

/* Whether this machine, and this build, can run the kernels of the set. BS_CPU_PLAIN always. */
gboolean    bs_cpu_has   (BsCpu cpu);

/* The set in use: the best that there is, or what bs_cpu_limit() said. */
BsCpu       bs_cpu       (void);

/* Uses the set of this name from now on, in place of the best; for tests and measurements, before any text is read.
 * BS_ERROR_USAGE where it is no name, or not to be had here. */
gboolean    bs_cpu_limit (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
