#include "clean/letter-model.h"

#include <stdlib.h>

#define WHOLE 10000
#define ASCII_BITS 4    /* of one of its letters, whichever */
#define ASCII_SHARE 200 /* of WHOLE in a language of another script */
#define NEEDED 5        /* of WHOLE */
#define CAPITAL (BS_BIT * 3 / 2)

/* A letter and how many of ten thousand letters it is, for each of the language's own. */
static const struct
{
  const char *language, *letters;
} MODELS[] = {
  { "en", "é3 è1 ñ1 ü1 ö1 á1 í1 ó1 ç1 ï1" },
  { "de", "ä55 ö44 ü65 ß31 é1" },
  { "fr", "é190 è27 à50 ê22 ç9 â5 î5 ô6 û6 ù6 ë1 ï1 œ2" },
  { "es", "á50 é43 í73 ó83 ú17 ñ31 ü2" },
  { "pt", "ã73 á12 â6 à7 ç53 é34 ê45 í13 ó30 ô6 õ14 ú21" },
  { "it", "à63 è26 é5 ì8 ò12 ù17" },
  { "nl", "ë4 é3 ï2 è1 ö1" },
  { "sv", "å134 ä180 ö131 é3" },
  { "da", "æ87 ø94 å119 é3" },
  { "fi", "ä358 ö44 å1" },
  { "is", "ð439 á180 í157 ó99 þ146 æ87 ö78 é65 ú61 ý23" },
  { "fo", "ð250 á150 í120 ó90 ú60 ý40 æ60 ø100" },
  { "ca", "à60 è30 é40 í35 ó55 ò20 ç15 ï8 ú15 ü3" },
  { "ga", "á160 é100 í150 ó90 ú60" },
  { "cy", "ŵ12 ŷ8 â15 ê6 ô9 î5 ï3" },
  { "mt", "ħ120 ż90 ġ70 ċ60 à20" },
  { "eo", "ĉ66 ĝ69 ŭ52 ŝ38 ĵ6 ĥ2" },
  { "pl", "ą99 ć40 ę111 ł180 ń20 ó85 ś66 ź6 ż83" },
  { "cs", "á200 č95 ď3 é120 ě150 í280 ň3 ó3 ř115 š80 ť4 ú12 ů55 ý90 ž90" },
  { "sk", "á180 č90 í100 é80 ý100 š80 ž75 ú90 ľ40 ť40 ô20 ä10 ň20 ď15 ó10 ĺ2 ŕ1" },
  { "hu", "á337 é351 í60 ó95 ö82 ő88 ú26 ü62 ű15" },
  { "sl", "č137 š90 ž55" },
  { "hr", "č90 ć50 š100 ž60 đ25" },
  { "ro", "ă240 â91 î140 ș155 ț110" },
  { "ro", "ă240 â91 î140 ş155 ţ110" },
  { "sq", "ë700 ç50" },
  { "et", "ä160 õ100 ö30 ü65 š1 ž1" },
  { "lv", "ā370 ī190 ē160 š170 ū50 ņ60 ļ40 ž25 ģ15 ķ12 č8" },
  { "lt", "ė160 š110 ą70 į60 ų130 ž80 ū45 č40 ę25" },
  { "tr", "ı511 ş178 ğ113 ü185 ö78 ç116 İ20 â3 î1" },
  { "se", "á350 č90 đ50 ŋ30 š50 ŧ5 ž20" },
  { "vi", "đ240 ư250 ơ150 ê180 ô200 â150 ă70 \u0300"
          "350 \u0301"
          "400 \u0323"
          "250 \u0309"
          "130 \u0303"
          "100" },
  { "vi",
    "đ240 ư50 ơ30 ê40 ô40 â30 ă10 à130 á140 ả60 ã30 ạ90 ấ40 ầ40 ậ40 ắ15 ằ20 ặ15 é8 è8 ế50 ề40 ể30 ệ50 í30 ì30 ị40 ó30 "
    "ò10 ọ20 ố40 ồ30 ổ10 ộ50 ớ30 ờ30 ở15 ợ25 ú15 ù15 ủ20 ụ25 ứ20 ừ25 ử15 ữ20 ự25 ý5" },
  { "ru",
    "о1097 е845 а801 и735 н670 т626 с547 р473 в454 л440 к349 м321 д298 п281 у262 я201 ы190 ь174 г170 з165 б159 ч144 "
    "й121 х97 ж94 ш73 ю64 ц48 щ36 э32 ф26 ъ4 ё4" },
  { "uk",
    "о940 а830 н680 и610 і570 в540 т540 р480 е480 с420 к400 л370 у330 д320 м310 п290 я210 з220 ь180 б170 г150 й130 "
    "ч120 х110 ж90 ш70 ц80 ю80 ї70 є60 щ50 ф30 ґ1" },
  { "be",
    "а1450 н640 і600 р520 к430 с480 л400 о420 т300 у370 д330 ы420 я310 в290 м270 п280 ў250 з280 е370 б180 г170 ь170 "
    "ц330 ч150 э150 й120 х110 ж90 ш80 ю70 ё80 ф20" },
  { "bg",
    "а1170 и900 о890 е870 т750 н710 с540 р520 в450 л330 д340 к340 п300 м260 з230 я180 г160 б150 у150 ъ150 ч130 ц70 "
    "ж60 х60 й60 щ50 ш40 ф20 ю10 ь2" },
  { "sr",
    "а1150 и980 о960 е900 н560 р510 с490 т430 ј430 у430 д390 в370 к370 м330 л330 п270 г170 з170 б150 ч100 ц80 ш70 ж60 "
    "х60 ћ60 њ60 љ60 ђ20 ф20 џ5" },
  { "mk",
    "а1250 и850 о1000 е1000 т780 н700 р500 с450 в420 д370 к350 л320 п270 м280 у200 ј150 з180 г150 б140 ц80 ч70 ш50 ж50 "
    "х20 ќ30 њ10 ф25 ѓ8 љ5 џ2 ѕ2" },
  { "el", "α983 τ819 ο807 ε741 ι623 ν594 π447 σ438 κ417 ρ410 μ404 υ334 ά306 λ283 ς262 η255 έ231 ί225 ό219 γ149 δ135 "
          "ω131 χ118 "
          "ύ106 ή104 θ100 φ97 ώ67 β62 ξ60 ζ56 ψ16 ϊ3 ϋ1 ΐ1 ΰ1" },
  { "he", "י1232 ו1026 ה833 ל673 ר603 ת591 מ539 ב515 א513 ש485 נ357 ע338 ם296 ד268 ח249 כ213 ק201 פ198 ס180 ג148 ט140 "
          "ן129 צ118 "
          "ז74 ך38 ץ24 ף18" },
  { "ar", "ا1250 ل1100 ي750 م620 و600 ن600 ر500 ت450 ب400 ه370 ع350 د330 ف280 س260 ة250 ق240 ك220 ح200 أ200 ج130 ش110 "
          "ص110 ى90 "
          "ط90 خ80 إ80 ث70 ض60 ذ60 ز50 ئ40 غ40 ء30 ظ20 ؤ15 آ15" },
  { "th", "า700 น650 ร600 ก500 อ450 เ450 ่450 ง420 ้400 ั370 ม350 ว330 ท320 ี300 ย300 ล280 ส270 ด260 ต250 ิ250 ค230 ห230 "
          "ป220 แ210 "
          "ะ200 บ200 พ180 ไ170 ข170 จ170 ุ150 ใ130 ื130 ช130 ์120 ู120 โ110 ำ110 ็90 ผ80 ถ80 ึ70 ศ70 ณ60 ซ60 ธ50 ภ40 ญ30 ฐ30 "
          "ษ30 ๆ30 "
          "ฟ30 ฝ20 ฉ20 ฎ10 ๊10 ฏ5 ฆ5 ฤ5 ฒ5 ๋5 ฬ3" },
};

typedef struct
{
  guint16 cost[0x2000]; /* of the letters below; 0: foreign */
  guint16 ascii;
  gboolean latin;
} Model;

static Model *read_models;

/* The bits of a share of the whole, without floating point: squaring doubles the logarithm. */
static guint16
cost_of (guint32 share)
{
  guint64 ratio = ((guint64)WHOLE << 16) / MAX (share, 1);
  guint cost = 0;

  for (; ratio >= 2 << 16; ratio >>= 1)
    cost += BS_BIT;
  for (guint step = BS_BIT / 2; step > 0; step /= 2)
    {
      ratio = ratio * ratio >> 16;
      if (ratio < 2 << 16)
        continue;
      ratio >>= 1;
      cost += step;
    }
  return (guint16)cost;
}

static void
read_model (Model *model, const char *letters)
{
  guint32 own = 0;

  while (*letters != '\0')
    {
      gunichar c = g_utf8_get_char (letters);
      char *end;
      guint32 share = (guint32)strtoul (g_utf8_next_char (letters), &end, 10);

      model->latin = model->latin || g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;
      model->cost[c] = cost_of (share);
      own += share;
      letters = end + (*end == ' ');
    }
  model->ascii = (guint16)(ASCII_BITS * BS_BIT + cost_of (model->latin ? WHOLE - own : ASCII_SHARE));
}

static const Model *
models (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      read_models = g_new0 (Model, G_N_ELEMENTS (MODELS));
      for (guint i = 0; i < G_N_ELEMENTS (MODELS); i++)
        read_model (&read_models[i], MODELS[i].letters);
      g_once_init_leave (&once, 1);
    }
  return read_models;
}

/* The letters of Western Europe stand in names everywhere; those of its east more seldom, other scripts hardly. */
static guint16
foreign (gunichar c)
{
  static const char COMMON[] = "áàâäãåæçéèêëíìîïñóòôöøõúùûüß";

  if (g_utf8_strchr (COMMON, -1, c) != NULL)
    return 16 * BS_BIT;
  if (g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN)
    return c < 0x180 && c != 0x131 ? 18 * BS_BIT : 22 * BS_BIT;
  return 20 * BS_BIT;
}

guint
bs_letter_models (void)
{
  return G_N_ELEMENTS (MODELS);
}

const char *
bs_letter_model_name (guint model)
{
  return MODELS[model].language;
}

gboolean
bs_letter_model_fits (guint model, const guint16 *high)
{
  const char *letters = MODELS[model].letters;

  while (*letters != '\0')
    {
      gunichar c = g_utf8_get_char (letters);
      char *end;
      gulong share = strtoul (g_utf8_next_char (letters), &end, 10);
      gboolean found = share < NEEDED;

      for (guint i = 0; i < 128 && !found; i++)
        found = high[i] == c;
      if (!found)
        return FALSE;
      letters = end + (*end == ' ');
    }
  return TRUE;
}

guint16
bs_letter_cost (guint model, gunichar c)
{
  const Model *one = models () + model;
  gunichar small = c == 0x130 ? c : g_unichar_tolower (c);
  guint16 capital = small != c ? CAPITAL : 0;

  if (c < 0x80)
    return one->ascii;
  if (small < G_N_ELEMENTS (one->cost) && one->cost[small] != 0)
    return one->cost[small] + capital;
  return foreign (small) + capital;
}
