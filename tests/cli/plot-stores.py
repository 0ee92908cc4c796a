"""Makes corpora that charts have little or nothing to draw of: one file of records each."""

from plot_texts import dated, each, even, sentence, word, write

THREE = ["Post", "Times", "Star"]
SPANISH = "El alcalde habló del puente durante una hora. Nadie había visto la carta. Todos volvieron a casa. "
write("no-article", [])
write("one-article", each(["Post"], 1))
write("one-outlet", each(["Post"], 8))
write("two-outlets", each(["Post", "Times"], 8))
write("one-each", each(THREE, 1))
write("all-equal", each(THREE, 6, lambda i, j: even(i)))
write("no-dates", each(THREE, 6, more=lambda i: {}))
write("too-short", each(THREE, 3, lambda i, j: f"{word(2)}.".title()))
write("one-spanish", each(THREE[:2], 6) + [("Estrella", SPANISH + sentence(60, 2), {**dated(i), "language": "es"})
                                            for i in range(6)])
write("spanish", [(name, SPANISH + sentence(60, 2), {**dated(i), "language": "es"})
                  for i in range(6) for name in THREE])
write("blank-names", each([" ", ".", "\u200b", "-", "\u00a0\u00a0"], 4))
