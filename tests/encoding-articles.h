/* One invented piece of news in many languages, for the tests of encodings. */
#pragma once

#define ENGLISH                                                                                                        \
  "The council of Harbourton voted on Tuesday to mend the old bridge, which “nobody has crossed without fear” since "  \
  "the spring flood. The work will cost £4 million – about €4.6 million – and take two years, the mayor’s office "     \
  "said.\n\nAt a café beside the river, the engineer who drew the plans wasn’t so sure. “We don’t know what’s under "  \
  "the piers,” she said. “It could be rock; it could be sand.” The naïve hope that it would be done by winter is "     \
  "gone… The town had promised as much in 1998, and again in 2007.\n\nFishermen, whose boats pass below, won’t pay "   \
  "the toll. Their spokesman called the fee “a tax on coming home” and asked the court to stop it. A hearing is set "  \
  "for 9 May.\n"

#define FRENCH                                                                                                         \
  "Le conseil municipal a décidé mardi de réparer le vieux pont, que « personne ne traverse sans crainte » depuis la " \
  "crue du printemps. Les travaux coûteront quatre millions et dureront deux ans, a précisé la mairie.\n\nDans un "    \
  "café près de la rivière, l'ingénieure qui a dessiné les plans n'était pas aussi sûre. « Nous ne savons pas ce qui " \
  "se trouve sous les piles », a-t-elle expliqué. L'espoir naïf d'achever l'ouvrage avant Noël a disparu. Les "        \
  "pêcheurs, dont les bateaux passent dessous, refusent de payer le péage. Où l'argent sera trouvé, nul ne le sait "   \
  "encore, et le maire a été prié de s'expliquer dès la rentrée.\n"

#define GERMAN                                                                                                         \
  "Der Rat der Stadt hat am Dienstag beschlossen, die alte Brücke zu erneuern, über die seit dem Hochwasser im "       \
  "Frühjahr niemand ohne Furcht gegangen ist. Die Arbeiten kosten vier Millionen und dauern zwei Jahre, erklärte das " \
  "Büro der Bürgermeisterin.\n\nIn einem Wirtshaus am Fluss war sich die Ingenieurin nicht so sicher. Man wisse "      \
  "nicht, was unter den Pfeilern liege, sagte sie; es könne Fels sein oder Sand. Die Hoffnung, bis zum Winter fertig " \
  "zu werden, ist dahin. Die Fischer, deren Boote darunter hindurchfahren, möchten die Gebühr nicht zahlen. Auch der " \
  "Müller von der Straße gegenüber fühlt sich getäuscht.\n"

#define SWEDISH                                                                                                        \
  "Stadens råd beslutade på tisdagen att laga den gamla bron, som ingen har gått över utan rädsla sedan vårfloden. "   \
  "Arbetet kostar fyra miljoner och tar två år, meddelade borgmästarens kontor.\n\nPå ett kafé vid ån var ingenjören " \
  "inte lika säker. Vi vet inte vad som finns under pelarna, sade hon; det kan vara berg, det kan vara sand. Hoppet "  \
  "om att bli färdig före vintern är borta. Fiskarna, vars båtar går där under, vill inte betala någon avgift.\n"

#define POLISH                                                                                                         \
  "Rada miasta postanowiła we wtorek naprawić stary most, przez który od wiosennej powodzi nikt nie przechodził bez "  \
  "strachu. Prace będą kosztować cztery miliony i potrwają dwa lata, podało biuro burmistrza.\n\nW kawiarni nad "      \
  "rzeką inżynierka, która narysowała plany, nie była taka pewna. Nie wiemy, co jest pod filarami, powiedziała; może " \
  "to być skała, może być piasek. Nadzieja, że wszystko będzie gotowe przed zimą, już zgasła. Rybacy, których łodzie " \
  "płyną pod mostem, nie chcą płacić opłaty. Źle się stało, mówią, że nikt ich nie zapytał.\n"

#define CZECH                                                                                                          \
  "Rada města v úterý rozhodla opravit starý most, přes který od jarní povodně nikdo nepřešel beze strachu. Práce "    \
  "budou stát čtyři miliony a potrvají dva roky, uvedla kancelář starosty.\n\nV kavárně u řeky si inženýrka, která "   \
  "plány nakreslila, nebyla tak jistá. Nevíme, co je pod pilíři, řekla; může to být skála, může to být písek. Naděje, " \
  "že bude hotovo do zimy, je pryč. Rybáři, jejichž lodě proplouvají pod mostem, poplatek platit nechtějí. Žádají "    \
  "soud, aby jej zastavil, a ředitel úřadu mlčí.\n"

#define HUNGARIAN                                                                                                      \
  "A város tanácsa kedden úgy döntött, hogy kijavítja a régi hidat, amelyen a tavaszi árvíz óta senki sem ment át "    \
  "félelem nélkül. A munka négymillióba kerül és két évig tart, közölte a polgármester hivatala.\n\nA folyó melletti " \
  "kávéházban a terveket rajzoló mérnöknő nem volt ilyen biztos. Nem tudjuk, mi van a pillérek alatt, mondta; lehet "  \
  "szikla, lehet homok. A remény, hogy a tél előtt elkészül, elszállt. A halászok, akiknek csónakjai alatta úsznak, "  \
  "nem akarnak vámot fizetni, és a bíróságtól kérnek segítséget. Az őszi ülésen újra szóba kerül, hogy ki fizesse "    \
  "meg a költségeket.\n"

#define ROMANIAN                                                                                                       \
  "Consiliul oraşului a hotărât marţi să repare podul vechi, pe care nimeni nu l-a mai trecut fără teamă de la "       \
  "inundaţia din primăvară. Lucrările vor costa patru milioane şi vor dura doi ani, a anunţat primăria.\n\nÎntr-o "    \
  "cafenea de lângă râu, inginera care a desenat planurile nu era aşa de sigură. Nu ştim ce se află sub piloni, a "    \
  "spus ea; poate fi stâncă, poate fi nisip. Speranţa că va fi gata până la iarnă s-a dus. Pescarii, ale căror bărci " \
  "trec pe dedesubt, nu vor să plătească taxa.\n"

#define CROATIAN                                                                                                       \
  "Gradsko vijeće odlučilo je u utorak popraviti stari most, preko kojega od proljetne poplave nitko nije prešao bez " \
  "straha. Radovi će stajati četiri milijuna i trajat će dvije godine, priopćio je ured načelnika.\n\nU kavani uz "    \
  "rijeku inženjerka koja je nacrtala planove nije bila tako sigurna. Ne znamo što je ispod stupova, rekla je; može "  \
  "biti stijena, može biti pijesak. Nada da će biti gotovo do zime je nestala. Ribari, čiji brodovi prolaze ispod, "   \
  "ne žele plaćati mostarinu i traže od suda da je zaustavi.\n"

#define TURKISH                                                                                                        \
  "Şehir meclisi salı günü, ilkbahardaki selden beri kimsenin korkmadan geçmediği eski köprünün onarılmasına karar "   \
  "verdi. Çalışma dört milyona mal olacak ve iki yıl sürecek, diye açıkladı belediye.\n\nIrmağın yanındaki kahvede, "  \
  "planları çizen mühendis o kadar emin değildi. Ayakların altında ne olduğunu bilmiyoruz, dedi; kaya da olabilir, "   \
  "kum da. Kıştan önce biteceği umudu artık yok. Tekneleri altından geçen balıkçılar ücreti ödemek istemiyor. "        \
  "İtirazları mahkemede görüşülecek.\n"

#define RUSSIAN                                                                                                        \
  "Городской совет решил во вторник починить старый мост, по которому после весеннего половодья никто не проходил без " \
  "страха. Работы обойдутся в четыре миллиона и продлятся два года, сообщили в управе.\n\nВ кофейне у реки женщина, "  \
  "которая чертила планы, не была так уверена. Мы не знаем, что под опорами, сказала она; может быть, скала, а может " \
  "быть, песок. Надежда закончить всё до зимы исчезла. Рыбаки, чьи лодки проходят под мостом, не хотят платить сбор. " \
  "Их защитник назвал его налогом на возвращение домой и просит суд отменить его.\n"

#define UKRAINIAN                                                                                                      \
  "Міська рада вирішила у вівторок полагодити старий міст, яким після весняної повені ніхто не проходив без страху. "  \
  "Роботи коштуватимуть чотири мільйони і триватимуть два роки, повідомили в управі.\n\nУ кав'ярні біля річки жінка, " \
  "яка креслила плани, не була такою певною. Ми не знаємо, що під опорами, сказала вона; може, скеля, а може, пісок. " \
  "Надія закінчити все до зими зникла. Рибалки, чиї човни проходять під мостом, не хочуть платити збір. Їхній "        \
  "захисник назвав його податком на повернення додому.\n"

#define BULGARIAN                                                                                                      \
  "Градският съвет реши във вторник да поправи стария мост, по който след пролетния прилив никой не е минавал без "    \
  "страх. Работата ще струва четири милиона и ще трае две години, съобщи кметството.\n\nВ кафене край реката жената, " \
  "която е чертала плановете, не беше толкова сигурна. Не знаем какво има под стълбовете, каза тя; може да е скала, "  \
  "може да е пясък. Надеждата да се свърши преди зимата изчезна. Рибарите, чиито лодки минават отдолу, не искат да "   \
  "плащат таксата.\n"

#define GREEK                                                                                                          \
  "Το συμβούλιο της πόλης αποφάσισε την Τρίτη να επισκευάσει την παλιά γέφυρα, την οποία κανείς δεν έχει περάσει "     \
  "χωρίς φόβο μετά την πλημμύρα της άνοιξης. Το έργο θα κοστίσει τέσσερα εκατομμύρια και θα διαρκέσει δύο χρόνια, "    \
  "είπε ο δήμαρχος.\n\nΣε ένα καφενείο δίπλα στο ποτάμι, η μηχανικός που σχεδίασε το έργο δεν ήταν τόσο σίγουρη. Δεν " \
  "ξέρουμε τι υπάρχει κάτω από τις κολόνες, είπε. Η ελπίδα να τελειώσει πριν από τον χειμώνα χάθηκε. Οι ψαράδες δεν "  \
  "θέλουν να πληρώσουν.\n"

#define HEBREW                                                                                                         \
  "מועצת העיר החליטה ביום שלישי לתקן את הגשר הישן, שאיש לא עבר עליו בלי פחד מאז השיטפון באביב. העבודה תעלה ארבעה "      \
  "מיליון ותימשך שנתיים, מסר משרד ראש העיר.\n\nבבית קפה ליד הנהר לא הייתה המהנדסת ששרטטה את התכניות כל כך בטוחה. "       \
  "איננו יודעים מה יש מתחת לעמודים, אמרה; אולי סלע ואולי חול. התקווה לסיים לפני החורף אבדה. הדייגים אינם רוצים לשלם.\n"

#define ARABIC                                                                                                         \
  "قرر مجلس المدينة يوم الثلاثاء إصلاح الجسر القديم الذي لم يعبره أحد بلا خوف منذ فيضان الربيع. وستكلف الأعمال أربعة "      \
  "ملايين وتستمر عامين، كما أعلن مكتب رئيس البلدية.\n\nوفي مقهى قرب النهر لم تكن المهندسة التي رسمت الخطط واثقة هكذا. لا "  \
  "نعرف ما يوجد تحت الأعمدة، قالت؛ قد يكون صخرا وقد يكون رملا. وضاع الأمل في الانتهاء قبل الشتاء. ولا يريد الصيادون دفع "   \
  "الرسوم.\n"

#define LITHUANIAN                                                                                                     \
  "Miesto taryba antradienį nusprendė sutaisyti senąjį tiltą, kuriuo po pavasario potvynio niekas neina be baimės. "   \
  "Darbai kainuos keturis milijonus ir truks dvejus metus, pranešė mero biuras.\n\nKavinėje prie upės inžinierė, "     \
  "kuri nubraižė planus, nebuvo tokia tikra. Mes nežinome, kas yra po atramomis, sakė ji; gali būti uola, gali būti "  \
  "smėlis. Viltis baigti iki žiemos išnyko. Žvejai, kurių valtys plaukia apačioje, nenori mokėti mokesčio. Jų "        \
  "gynėjas prašo teismo jį sustabdyti.\n"

#define LATVIAN                                                                                                        \
  "Pilsētas dome otrdien nolēma salabot veco tiltu, pa kuru kopš pavasara plūdiem neviens nav gājis bez bailēm. Darbi " \
  "izmaksās četrus miljonus un ilgs divus gadus, paziņoja mēra birojs.\n\nKafejnīcā pie upes inženiere, kas zīmēja "   \
  "plānus, nebija tik droša. Mēs nezinām, kas ir zem balstiem, viņa teica; var būt klints, var būt smiltis. Cerība "   \
  "pabeigt līdz ziemai ir zudusi. Zvejnieki, kuru laivas peld apakšā, negrib maksāt nodevu. Viņu aizstāvis lūdz "      \
  "tiesu to apturēt.\n"

#define ESTONIAN                                                                                                       \
  "Linnavolikogu otsustas teisipäeval parandada vana silla, millest pärast kevadist üleujutust pole keegi hirmuta üle " \
  "läinud. Töö maksab neli miljonit ja kestab kaks aastat, teatas linnapea büroo.\n\nJõeäärses kohvikus ei olnud "     \
  "plaanid joonistanud insener nii kindel. Me ei tea, mis on sammaste all, ütles ta; see võib olla kalju, see võib "   \
  "olla liiv. Lootus enne talve valmis saada on kadunud. Kalurid, kelle paadid altpoolt läbi sõidavad, ei taha "       \
  "tasu maksta.\n"

#define ICELANDIC                                                                                                      \
  "Bæjarráð ákvað á þriðjudag að gera við gömlu brúna, sem enginn hefur farið yfir óttalaust síðan í vorflóðinu. "     \
  "Verkið kostar fjórar milljónir og tekur tvö ár, sagði skrifstofa bæjarstjórans.\n\nÁ kaffihúsi við ána var "        \
  "verkfræðingurinn sem teiknaði áætlunina ekki jafn viss. Við vitum ekki hvað er undir stöplunum, sagði hún; það "    \
  "gæti verið klöpp, það gæti verið sandur. Vonin um að ljúka fyrir veturinn er úti. Sjómenn vilja ekki greiða "       \
  "gjaldið.\n"

#define MALTESE                                                                                                        \
  "Il-kunsill tal-belt iddeċieda nhar it-Tlieta li jsewwi l-pont il-qadim, li ħadd ma qasam mingħajr biża' mill-għargħar " \
  "tar-rebbiegħa. Ix-xogħol se jiswa erba' miljuni u jdum sentejn, qal l-uffiċċju tas-sindku.\n\nF'kafetterija ħdejn " \
  "ix-xmara l-inġiniera li ħażżet il-pjanti ma kinitx daqshekk ċerta. Ma nafux x'hemm taħt il-pilastri, qalet; jista' " \
  "jkun blat, jista' jkun ramel. It-tama li jitlesta qabel ix-xitwa għebet. Is-sajjieda ma jridux iħallsu.\n"

#define VIETNAMESE                                                                                                     \
  "Hội đồng thành phố hôm thứ ba quyết định sửa cây cầu cũ mà từ trận lụt mùa xuân không ai đi qua mà không sợ. Công " \
  "việc sẽ tốn bốn triệu và kéo dài hai năm, văn phòng thị trưởng cho biết.\n\nTrong một quán cà phê bên sông, người " \
  "kỹ sư vẽ bản thiết kế không chắc chắn như vậy. Chúng tôi không biết dưới trụ cầu có gì, bà nói. Hy vọng hoàn thành " \
  "trước mùa đông đã mất.\n"

#define THAI                                                                                                           \
  "สภาเมืองตัดสินใจเมื่อวันอังคารว่าจะซ่อมสะพานเก่า ซึ่งไม่มีใครข้ามโดยไม่กลัวตั้งแต่น้ำท่วมในฤดูใบไม้ผลิ งานนี้จะใช้เงินสี่ล้านและใช้เวลาสองปี สำนักงานนายกเทศมนตรีกล่าว\n\n" \
  "ในร้านกาแฟริมแม่น้ำ วิศวกรที่วาดแบบไม่แน่ใจขนาดนั้น เราไม่รู้ว่าใต้เสามีอะไร เธอกล่าว อาจเป็นหินหรือทราย ชาวประมงไม่ต้องการจ่ายค่าผ่าน\n"

#define JAPANESE                                                                                                       \
  "市議会は火曜日、春の洪水以来だれもが怖がって渡らない古い橋を直すことを決めた。工事には四百万かかり、二年続くと市長の事務所は述べた。\n\n"                       \
  "川のそばの喫茶店で、設計図を描いた技師はそれほど確信がなかった。「橋脚の下に何があるのか分からない」と彼女は話した。「岩かもしれないし、砂かもしれない」。冬までに終わるという望みは消えた。漁師たちはこのサービスの料金を払いたがらない。\n"

#define CHINESE                                                                                                        \
  "市议会星期二决定修理旧桥，自从春天的洪水以来没有人过桥不害怕。工程要花四百万，需要两年时间，市长办公室说。\n\n"                                              \
  "在河边的咖啡馆里，画图的工程师没有那么肯定。“我们不知道桥墩下面是什么，”她说，“可能是石头，也可能是沙子。”冬天以前完工的希望已经没有了。渔民的船从桥下经过，他们不愿意付过桥费。\n"

#define TAIWANESE                                                                                                      \
  "市議會星期二決定修理舊橋，自從春天的洪水以來沒有人過橋不害怕。工程要花四百萬，需要兩年時間，市長辦公室說。\n\n"                                              \
  "在河邊的咖啡館裡，畫圖的工程師沒有那麼肯定。「我們不知道橋墩下面是什麼，」她說，「可能是石頭，也可能是沙子。」冬天以前完工的希望已經沒有了。漁民的船從橋下經過，他們不願意付過橋費。\n"

#define KOREAN                                                                                                         \
  "시의회는 화요일에 낡은 다리를 고치기로 결정했다. 봄 홍수 이후 아무도 두려움 없이 건너지 못한 다리다. 공사에는 사백만이 들고 두 해가 걸린다고 시장실은 밝혔다.\n\n" \
  "강가의 찻집에서 설계도를 그린 기사는 그렇게 확신하지 못했다. 기둥 아래에 무엇이 있는지 우리는 모른다고 그는 말했다. 바위일 수도 있고 모래일 수도 있다. 겨울 전에 끝내려는 희망은 사라졌다. 어부들은 통행료를 내려고 하지 않는다.\n"
