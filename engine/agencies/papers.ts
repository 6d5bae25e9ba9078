/**
 * Names of newspapers, magazines, websites and stations that copy cites most and that are no news agencies: names only,
 * without article and without any fact. Knows no text. An outlet that is missing is still found by the words around it.
 */

/** Names that are hardly anything else. */
const PAPERS: readonly string[] = `
New York Times|Washington Post|Wall Street Journal|Los Angeles Times|USA Today|New York Post|Boston Globe|Chicago Tribune
Miami Herald|San Francisco Chronicle|Dallas Morning News|Houston Chronicle|Seattle Times|Denver Post|Star Tribune
Detroit Free Press|Atlanta Journal-Constitution|Texas Tribune|Arizona Republic|Des Moines Register|Tampa Bay Times
Philadelphia Inquirer|Newsday|Globe and Mail|Toronto Star|National Post|Financial Times|Sunday Times|Daily Telegraph
Sunday Telegraph|Daily Mail|Mail on Sunday|Daily Mirror|Sunday Mirror|Daily Express|Evening Standard|Irish Times
Irish Independent|Irish Examiner|New Yorker|New Statesman|Vanity Fair|Rolling Stone|Newsweek|Le Monde|Le Figaro
Libération|Le Parisien|Ouest-France|Mediapart|Der Spiegel|Die Zeit|Süddeutsche Zeitung|Frankfurter Allgemeine Zeitung
Die Welt|Handelsblatt|Tagesspiegel|Neue Zürcher Zeitung|El País|El Mundo|La Vanguardia|Corriere della Sera
La Repubblica|La Stampa|Il Sole 24 Ore|Kathimerini|Hürriyet|Cumhuriyet|Haaretz|Jerusalem Post|Times of Israel
Yedioth Ahronoth|Al-Ahram|Asharq Al-Awsat|Kommersant|Vedomosti|Izvestia|Novaya Gazeta|Meduza|Kyiv Independent
Kyiv Post|Ukrainska Pravda|Gazeta Wyborcza|Rzeczpospolita|People’s Daily|People's Daily|Global Times|China Daily
South China Morning Post|Straits Times|Asahi Shimbun|Yomiuri Shimbun|Mainichi Shimbun|Nikkei|Japan Times|Korea Herald
Chosun Ilbo|Times of India|Hindustan Times|Indian Express|Economic Times|Express Tribune|Jakarta Post|Bangkok Post
Sydney Morning Herald|New Zealand Herald|Folha de S.Paulo|Folha de S. Paulo|O Globo|Clarín|La Nación|El Universal
Politico|Axios|Semafor|HuffPost|BuzzFeed News|ProPublica|Bellingcat|Business Insider|Daily Beast|Breitbart|Newsmax
NewsNation|CNBC|C-SPAN|Telemundo|Univision|CTV News|GB News|Channel 4 News|Times Radio|Radio New Zealand|RTVE
Fox Business|Al Mayadeen|Sports Illustrated|National Geographic|Hollywood Reporter
`
  .trim()
  .split(/[|\n]/u);

/** Names that are words as well: they count only in a frame of words ("told Dawn"), in a credit or with their article. */
const WORDS: readonly string[] = 'Dawn|Hindu|Economist|Bild|Forbes|Variety|Billboard|LBC|RNZ|SBS'.split('|');

/** A name and whether it needs evidence. */
export interface Paper {
  readonly name: string;
  readonly weak: boolean;
}

export const KNOWN_PAPERS: readonly Paper[] = [
  ...PAPERS.map((name) => ({ name, weak: false })),
  ...WORDS.map((name) => ({ name, weak: true })),
];
