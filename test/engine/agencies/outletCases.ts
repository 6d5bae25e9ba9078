/**
 * Invented copy with every agency and outlet marked `{function name}`; `via` says for a statement (named by words of
 * its cue or content) which outlet it came through, or null for none.
 */
export interface OutletCase {
  readonly name: string;
  readonly text: string;
  readonly outlet?: string;
  readonly via?: Readonly<Record<string, string | null>>;
}

export const OUTLET_CASES: readonly OutletCase[] = [
  // Datelines
  {
    name: 'dateline, dash',
    text: 'PORT ANSEL ({dateline AP}) — The ferry sank in calm water on Monday, the coast guard said.',
  },
  {
    name: 'dateline, state and date',
    text: 'MORROW, Ohio, March 3 ({dateline Reuters}) - The mill will close in June, its owner said.',
  },
  {
    name: 'dateline without place',
    text: '({dateline Reuters}) - Oberlin Mills said on Monday it would close two plants.',
  },
  {
    name: 'dateline in square brackets',
    text: 'VELMORA [{dateline AFP}] – The minister resigned on Monday, his office said.',
  },
  {
    name: 'dateline with a slash',
    text: 'Velmora/{dateline dpa} – The minister resigned on Monday, his office said.',
  },
  {
    name: 'dateline with a comma',
    text: 'VELMORA, {dateline AFP} — The minister resigned on Monday, his office said.',
  },
  {
    name: 'dateline of two agencies',
    text: 'TARNHOLM ({dateline AP}/{dateline Reuters}) — The bridge was shut on Monday, the council said.',
  },
  {
    name: 'credit line with place and day',
    text: '{credit Xinhua} | Velmora | Nov. 3\n\nThe bridge was shut on Monday, the council said.',
  },
  {
    name: 'dateline of a wire nobody knows',
    text: 'PORT ANSEL ({dateline Northern Wire}) - The ferry sank on Monday, the coast guard said.',
  },
  {
    name: 'dateline with full name',
    text: 'PORT ANSEL (The {dateline Associated Press}) — The ferry sank on Monday, the coast guard said.',
  },
  {
    name: 'dateline with dots',
    text: 'VELMORA, 3 May ({dateline ANSA}) — The minister resigned on Monday, his office said.',
  },
  {
    name: 'dateline with the day behind',
    text: 'VELMORA ({dateline Kyodo}), Nov. 3 — The minister resigned on Monday, his office said.',
  },

  // Credits and contributors
  {
    name: 'credit line at the end',
    text: 'The bridge was shut on Monday, the council said.\n\n— With reporting by {contributor AFP}',
  },
  {
    name: 'credit line, two',
    text: 'The bridge was shut on Monday, the council said.\n\nWith reporting from {contributor Reuters} and The {contributor Associated Press}.',
  },
  {
    name: 'credit line of initials',
    text: 'The bridge was shut on Monday, the council said.\n\n{credit AFP}/{credit dpa}',
  },
  {
    name: 'credit line in brackets',
    text: 'The bridge was shut on Monday, the council said.\n\n({credit PTI})',
  },
  {
    name: 'end of the last paragraph',
    text: 'The bridge was shut on Monday, the council said. It will open in June. ({credit ANSA})',
  },
  {
    name: 'source line',
    text: 'The bridge was shut on Monday, the council said.\n\nSource: {credit Reuters}',
  },
  {
    name: 'agency line',
    text: 'The bridge was shut on Monday, the council said.\n\nAgency: {credit Xinhua}',
  },
  {
    name: 'byline with agency',
    text: 'Bridge shut\n\nBy Ada Quill, {credit Associated Press}\n\nThe bridge was shut on Monday, the council said.',
  },
  {
    name: 'byline of two lines',
    text: 'Bridge shut\n\nBy ADA QUILL\n{credit Associated Press}\n\nThe bridge was shut on Monday, the council said.',
  },
  {
    name: 'byline of an agency alone',
    text: 'Bridge shut\n\nBy {credit Reuters}\n\nThe bridge was shut on Monday, the council said.',
  },
  {
    name: 'byline, staff writer',
    text: 'Bridge shut\n\nBy Jonas Kolb, {credit AP} Business Writer\n\nThe bridge was shut on Monday, the council said.',
  },
  {
    name: 'contributors named',
    text: 'The bridge was shut on Monday, the council said.\n\n{contributor Associated Press} writers Ada Quill in Tarnholm and Jonas Kolb in Port Ansel contributed to this report.',
  },
  {
    name: 'agency contributed',
    text: 'The bridge was shut on Monday, the council said.\n\n{contributor Reuters} contributed to this story.',
  },
  {
    name: 'reporter for an agency contributed',
    text: 'The bridge was shut on Monday, the council said.\n\nJonas Kolb of {contributor Bloomberg News} contributed reporting.',
  },
  {
    name: 'additional reporting',
    text: 'The bridge was shut on Monday, the council said.\n\nAdditional reporting by {contributor PA}.',
  },
  {
    name: 'provided',
    text: 'The bridge was shut on Monday, the council said.\n\nSome information for this report was provided by {contributor AFP}.',
  },
  {
    name: 'material from',
    text: 'The bridge was shut on Monday, the council said.\n\nThis article includes material from {contributor Reuters}.',
  },
  {
    name: 'an unknown paper contributed',
    text: 'The bridge was shut on Monday, the council said.\n\nThe {contributor Tarn Bridge Courier} contributed to this report.',
  },
  {
    name: 'compiled from',
    text: 'The bridge was shut on Monday, the council said.\n\nCompiled from {credit AP} and {credit Reuters} reports.',
  },
  {
    name: 'first published',
    text: 'The bridge was shut on Monday, the council said.\n\nThis article was first published by the {credit Harbour Echo}.',
  },
  {
    name: 'reporter line of Reuters',
    text: '({dateline Reuters}) - The bridge was shut on Monday, the council said.\n\n(Reporting by Ada Quill; Editing by Jonas Kolb)',
  },
  { name: 'via', text: 'The bridge was shut on Monday, the council said.\n\nvia {credit AP}' },
  { name: 'copyright', text: 'The bridge was shut on Monday, the council said.\n\n© 2026 {credit AFP}' },
  {
    name: 'copyright, full',
    text: 'The bridge was shut on Monday, the council said.\n\nCopyright 2026 The {credit Associated Press}. All rights reserved.',
  },

  // Photos
  {
    name: 'photo line',
    text: 'The bridge was shut on Monday, the council said.\n\nPhoto: {photo Xinhua}/Li Wen',
  },
  {
    name: 'AP Photo',
    text: 'The bridge was shut on Monday, the council said.\n\n{photo AP} Photo/Ada Quill',
  },
  {
    name: 'photo in a caption',
    text: 'The bridge at Tarnholm on Monday. ({photo AP} Photo/Ada Quill)\n\nThe bridge was shut on Monday, the council said.',
  },
  {
    name: 'photo, agency first',
    text: 'The bridge at Tarnholm on Monday. {photo REUTERS}/Ada Quill\n\nThe bridge was shut on Monday, the council said.',
  },
  {
    name: 'photo by, via',
    text: 'The bridge at Tarnholm on Monday. (Photo by Ada Quill / {photo AFP})\n\nThe bridge was shut on Monday, the council said.',
  },
  {
    name: 'photo via',
    text: 'The bridge at Tarnholm on Monday. (Ada Quill/Pool via {photo AP})\n\nThe bridge was shut on Monday, the council said.',
  },
  {
    name: 'photo, Getty',
    text: 'The bridge was shut on Monday, the council said.\n\nPhotograph: Ada Quill/{photo Getty Images}',
  },
  {
    name: 'photo, two houses',
    text: 'The bridge was shut on Monday, the council said.\n\nImage: Ada Quill/{photo AFP}/{photo Getty Images}',
  },
  {
    name: 'picture credit',
    text: 'The bridge was shut on Monday, the council said.\n\nPicture credit: {photo PA}',
  },
  {
    name: 'file photo',
    text: 'Jonas Kolb at a meeting in May. ({photo AFP} file photo)\n\nThe bridge was shut on Monday, the council said.',
  },

  // Told
  {
    name: 'told the BBC',
    text: '“We had no warning,” Mr Kolb told the {told-to BBC}.',
    via: { 'no warning': 'BBC' },
  },
  {
    name: 'told a programme',
    text: '“We had no warning,” Mr Kolb told {told-to BBC} Radio 4’s Today programme.',
    via: { 'no warning': 'BBC' },
  },
  {
    name: 'told the state news agency',
    text: 'The dam is safe, the minister told the state news agency {told-to SANA} on Friday.',
    via: { 'dam is safe': 'Syrian Arab News Agency' },
  },
  {
    name: 'told CNN in an interview',
    text: 'Ms Quill told {told-to CNN} in an interview that the talks had failed.',
    via: { 'talks had failed': 'CNN' },
  },
  {
    name: 'interview with',
    text: '“I am tired,” she said in an interview with the {told-to Tarn Bridge Courier}.',
    via: { 'I am tired': 'Tarn Bridge Courier' },
  },
  {
    name: 'in an interview with, first',
    text: 'In an interview with {told-to ANSA}, Kolb said the plant would reopen.',
    via: { 'plant would reopen': 'ANSA' },
  },
  {
    name: 'interview with, later sentence',
    text: 'In an interview with the {told-to Vestan Herald}, Jonas Kolb spoke of his years at sea, saying, “I was afraid.”\n\n“Nobody came to help us for nine hours,” he said.',
    via: { 'I was afraid': 'Vestan Herald', 'Nobody came': 'Vestan Herald' },
  },
  {
    name: 'the statement after is not told to it',
    text: '“We had no warning,” Mr Kolb told the {told-to BBC}.\n\nThe mayor, Ada Quill, said the alarm had worked.',
    via: { 'no warning': 'BBC', 'alarm had worked': null },
  },
  {
    name: 'speaking to',
    text: 'Speaking to {told-to Sky News}, Ms Quill said the budget was gone.',
    via: { 'budget was gone': 'Sky News' },
  },
  {
    name: 'said on a broadcast',
    text: '“The budget is gone,” she said on {told-to Radio Velmora}.',
    via: { 'budget is gone': 'Radio Velmora' },
  },
  {
    name: 'statement to',
    text: 'The company denied the report in a statement to {told-to Reuters}.',
    via: { 'the report': 'Reuters' },
  },
  {
    name: 'email to',
    text: '“We follow the law,” the firm said in an email to the {told-to Lima Creek Star}.',
    via: { 'follow the law': 'Lima Creek Star' },
  },
  {
    name: 'confirmed to',
    text: 'A spokesperson for the port confirmed to {told-to AFP} that the ship had left.',
    via: { 'ship had left': 'AFP' },
  },
  {
    name: 'told two',
    text: 'The ship had left, two officials told {told-to AP} and {told-to AFP}.',
    via: { 'ship had left': 'Associated Press' },
  },
  {
    name: 'told the newspaper',
    text: 'The ship had left, an official told the newspaper {told-to Orliaposten}.',
  },
  {
    name: 'told a reporter',
    text: 'Kolb told an {told-to AFP} reporter that he had seen the fire.',
    via: { 'seen the fire': 'Agence France-Presse' },
  },
  {
    name: 'told an agency correspondent',
    text: 'Kolb told a {told-to Reuters} correspondent at the scene that he had seen the fire.',
  },
  {
    name: 'asked by',
    text: 'Asked by {told-to Reuters} whether he would resign, Kolb said: “Never.”',
    via: { Never: 'Reuters' },
  },
  {
    name: 'reached by',
    text: 'Reached by the {told-to Harbour Echo}, Kolb said he had no comment.',
    via: { 'no comment': 'Harbour Echo' },
  },
  {
    name: 'told the Sun',
    text: '“He was a quiet man,” a neighbour told The {told-to Sun}.',
    via: { 'quiet man': 'Sun' },
  },
  { name: 'told the Times', text: '“He was a quiet man,” a neighbour told the {told-to Times}.' },
  { name: 'told the Mirror', text: 'A neighbour told the {told-to Mirror} that he had been a quiet man.' },
  {
    name: 'told the Independent',
    text: 'A neighbour told The {told-to Independent} that he had been a quiet man.',
  },
  {
    name: 'told the Guardian',
    text: 'A neighbour told the {told-to Guardian} that he had been a quiet man.',
  },
  { name: 'told the Post', text: 'Two officials told the {told-to Post} that he had been a quiet man.' },
  {
    name: 'told PA',
    text: 'Ms Quill told the {told-to PA news agency} she was “over the moon”.',
    via: { 'over the moon': 'PA Media' },
  },
  {
    name: 'told a weekly',
    text: 'The bishop told the Velmoran weekly {told-to Tagblick} that the roof was sound.',
  },
  { name: 'told local television', text: 'Kolb told {told-to KVLM-TV} that he had seen the fire.' },
  { name: 'told a station', text: 'Kolb told local station {told-to WTRN} that he had seen the fire.' },
  {
    name: 'told reporters',
    text: 'Kolb told reporters that he had seen the fire.',
    via: { 'seen the fire': null },
  },
  {
    name: 'told local media',
    text: 'Kolb told local media that he had seen the fire.',
    via: { 'seen the fire': null },
  },
  {
    name: 'told the state news agency, unnamed',
    text: 'Kolb told the state news agency that he had seen the fire.',
    via: { 'seen the fire': null },
  },
  {
    name: 'told a magazine',
    text: '“I never liked the part,” she told {told-to Vellum} magazine.',
    via: { 'never liked': 'Vellum' },
  },

  // Source
  { name: 'reported', text: 'The ship sank off the islands, {source Kyodo} reported.' },
  { name: 'radio reported', text: '{source Radio Velmora} reported on Monday that the ship had sunk.' },
  { name: 'wrote', text: 'The Ostrava daily {source Denik Orlia} wrote that the minister had resigned.' },
  { name: 'according to', text: 'The minister has resigned, according to {source Interfax}.' },
  {
    name: 'according to a newspaper',
    text: 'The minister has resigned, according to the {source Vestan Herald}.',
  },
  {
    name: 'state agency reported',
    text: 'State news agency {source KCNA} said on Tuesday the rocket had flown.',
  },
  { name: 'state television', text: 'State television {source VTV} reported that the rocket had flown.' },
  {
    name: 'citing',
    text: 'The minister has resigned, the {source Vestan Herald} reported, citing two aides.',
  },
  {
    name: 'cited by',
    text: '“It is over,” the minister was quoted as saying by {source TASS}.',
    via: { 'It is over': 'TASS' },
  },
  {
    name: 'quoted X as saying',
    text: '{source Xinhua} quoted a doctor as saying that the child would live.',
  },
  { name: 'first reported by', text: 'The sale was first reported by the {source Lima Creek Star}.' },
  { name: 'report by', text: 'A report by {source Bloomberg} said the bank had lost its licence.' },
  {
    name: 'the paper said',
    text: 'The minister has resigned, the {source Vestan Herald} said on Monday. The newspaper said he had been ill.',
  },
  {
    name: 'initials explained',
    text: 'The Northern Press Agency ({source NPA}) reported the fire. {source NPA} said three people had died.'.replace(
      'The Northern Press Agency',
      'The {source Northern Press Agency}',
    ),
  },
  {
    name: 'citing a report in',
    text: 'Police citing a report in the {source Harbour Echo} searched the house.',
  },
  { name: 'published', text: 'The {source Sunday Echo} published the letters in May.' },
  {
    name: 'possessive paper',
    text: 'Velmora’s {source Vestan Herald} reported that the minister had resigned.',
  },
  { name: 'Reuters reports', text: '{source Reuters} reports the bank has lost its licence.' },
  {
    name: 'headline',
    text: 'Velmora minister resigns: {source TASS}\n\nThe minister resigned on Monday, his office said.',
  },
  {
    name: 'headline with a dash',
    text: 'Velmora minister resigns – {source state TV}\n\nThe minister resigned on Monday, his office said.'.replace(
      '{source state TV}',
      'state TV',
    ),
  },
  { name: 'local media reported', text: 'Local media reported that the ship had sunk.' },
  { name: 'agencies report', text: 'News agencies reported that the ship had sunk.' },
  { name: 'a poll', text: 'A {source Reuters} poll of 40 economists showed growth slowing.' },

  // Self
  {
    name: 'told this newspaper',
    text: '“We had no warning,” Mr Kolb told {self this newspaper}.',
    outlet: 'Harbour Echo',
  },
  {
    name: 'has learned',
    text: 'The {self Courier} has learned that the mill will close.',
    outlet: 'Tarn Bridge Courier',
  },
  { name: 'can reveal', text: 'The {self Harbour Echo} can reveal that the mill will close.' },
  { name: 'understands', text: 'The {self Harbour Echo} understands that the mill will close.' },
  {
    name: 'own outlet told',
    text: '“We had no warning,” Mr Kolb told the {self Courier}.',
    outlet: 'Tarn Bridge Courier',
  },
  { name: 'could not verify', text: '{self AFP} could not independently verify the claim.' },
  {
    name: 'did not respond to',
    text: 'The company did not respond to a request for comment from {self Reuters}.',
  },
  {
    name: 'did not respond to X’s',
    text: 'The company did not immediately respond to {self Reuters}’ request for comment.',
  },
  { name: 'has contacted', text: 'The {self BBC} has contacted the company for comment.' },
  { name: 'approached by', text: 'The {self Guardian} has approached the company for comment.' },
  {
    name: 'journalist saw',
    text: 'PORT ANSEL ({dateline AFP}) - The town fell on Monday, rebels said.\n\nAn {self AFP} journalist saw tanks in the square.',
  },

  // Mentions
  { name: 'shares rose', text: '{mention Reuters} shares rose 3 per cent on Monday, traders said.' },
  {
    name: 'strike',
    text: 'Journalists at {mention Agence France-Presse} will strike on Friday, their union said.',
  },
  { name: 'sued', text: 'Kolb is suing the {mention BBC} over the programme, his lawyer said.' },
  {
    name: 'former editor',
    text: 'Ada Quill, a former editor of the {mention Harbour Echo}, said the sale was a mistake.',
  },
  {
    name: 'works for',
    text: 'Kolb, who worked for {mention Reuters} in Velmora for ten years, said the town had changed.',
  },
  {
    name: 'banned',
    text: 'Velmora has banned {mention Radio Free Europe/Radio Liberty}, its foreign minister said.',
  },

  // Words and other bodies
  {
    name: 'the guardian of the child',
    text: 'The guardian of the child told the court she had not been asked.',
  },
  { name: 'The Guardian of a museum', text: 'Independent experts told the inquiry that the wall was sound.' },
  { name: 'independent councillor', text: 'An independent councillor said the vote was a farce.' },
  {
    name: 'AP classes',
    text: 'Arkansas AP classes in history will go on, the state said. “AP students deserve better,” one teacher said.',
  },
  { name: 'PA system', text: 'The crowd was warned over the PA system, police said.' },
  { name: 'AA meeting', text: 'He told an AA meeting that he had been sober for a year.' },
  { name: 'sun', text: 'The sun had set when the boat left, the captain told the inquiry.' },
  { name: 'times', text: 'He said at times he had told the council of the risk.' },
  { name: 'mirror', text: 'She said the mirror had been broken before she came.' },
  { name: 'post office', text: 'The Post Office said the branch would close in May.' },
  { name: 'told the Star witness', text: 'Prosecutors told the Sun Life board that the fund was empty.' },
  { name: 'MENA', text: 'Investment in the MENA region fell, the bank said.' },
  { name: 'CNA, a nurse', text: 'Lena Kolb, a CNA at the home, said the beds were full.' },
  { name: 'PA, a state', text: 'Ada Quill of Scranton, PA, said the snow had come early.' },
  { name: 'EFE', text: 'The observer told the panel that the vote was fair.' },
  { name: 'ANSA standard', text: 'The Times Square office will shut, the firm said.' },
  { name: 'herald', text: 'A herald told the crowd that the king had died.' },
  {
    name: 'the Independent Commission',
    text: 'The Independent Electoral Commission told parties that the count had begun.',
  },
  { name: 'the Standard Bank', text: 'The Standard Bank told clients that the fees would rise.' },
  { name: 'Express', text: 'The Orlia Express train was late, the railway said.' },
  { name: 'Globe Theatre', text: 'The Globe Theatre said the play would go on.' },
  { name: 'Record', text: 'The record shows that Kolb was told of the risk.' },
  { name: 'Nation', text: 'The president told the nation that the war was over.' },
  { name: 'told the Press Council', text: 'Kolb told the Press Council that the story was wrong.' },
  { name: 'Sputnik the vaccine', text: 'The clinic said it had run out of Sputnik doses.' },
  { name: 'Petra', text: 'Petra Lind said the tour of Petra had been cancelled.' },
  { name: 'Bloomberg the mayor', text: 'Mr Bloomberg said he would not run.' },
  { name: 'Fox', text: 'Megan Fox said she had not read the script.' },
  { name: 'Sky', text: 'The sky was red, Kolb said.' },
  { name: 'Citizen', text: 'A citizen told the council that the drain was blocked.' },
  { name: 'Union', text: 'Kolb told the National Union that he would go.' },
  {
    name: 'told the Business Council',
    text: 'Kolb told the Velmora Business Council that rates would fall.',
  },
  {
    name: 'told Sun',
    text: 'Kolb told Sun that the chip had failed. Sun, the head of the lab, said she knew.',
  },
  { name: 'TAP', text: 'The SPA said the dog had been rescued, and the MAP of the area was redrawn.' },
  { name: 'Times as noun', text: 'In The Times of Plenty, a novel, the hero says nothing.' },

  // A second set, written without looking at the code
  {
    name: 'credits and frames 1',
    text: 'KARSK, Velmora (May 4) — The pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 2',
    text: 'KARSK ({dateline Interfax-Ukraine}) – The pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 3',
    text: 'LONDON, Nov 3 ({dateline PA Media}) – The pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 4',
    text: 'TOKYO, Nov. 3, {dateline Kyodo} - The pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 5',
    text: 'Karsk (Velmora), May 4 ({dateline EFE}).- The pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 6',
    text: 'BEIJING, Nov. 3 ({dateline Xinhua}) -- The pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 7',
    text: '({dateline CNN}) — The pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 8',
    text: 'KARSK ({dateline JTA}) — The pit collapsed at dawn, the rabbi said.',
  },
  {
    name: 'credits and frames 9',
    text:
      '{dateline NEW DELHI: PTI}'.replace('{dateline NEW DELHI: PTI}', 'New Delhi, Nov 3 ({dateline PTI})') +
      ' The pit collapsed at dawn, the mine ministry said on Monday.',
  },
  {
    name: 'credits and frames 10',
    text: 'Pit collapses at Karsk\n\nAssociated Press\n\nThe pit collapsed at dawn, the mine ministry said.'.replace(
      'Associated Press',
      '{credit Associated Press}',
    ),
  },
  {
    name: 'credits and frames 11',
    text: 'Pit collapses at Karsk\n\nBy The {credit Associated Press}\n\nThe pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 12',
    text: 'Pit collapses at Karsk\n\nLena Orlik | {credit AFP}\n\nThe pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 13',
    text: 'Pit collapses at Karsk\n\nBy Lena Orlik for the {credit Harbour Echo}\n\nThe pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 14',
    text: 'Pit collapses at Karsk\n\nBy staff and agencies\n\nThe pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 15',
    text: 'Pit collapses at Karsk\n\nBy {credit Reuters} and {credit AFP} in Karsk\n\nThe pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 16',
    text: 'The pit collapsed at dawn, the mine ministry said.\n\n{contributor AFP} contributed to this report',
  },
  {
    name: 'credits and frames 17',
    text: 'The pit collapsed at dawn, the mine ministry said.\n\n(With inputs from {contributor PTI} and {contributor ANI})',
  },
  {
    name: 'credits and frames 18',
    text: 'The pit collapsed at dawn, the mine ministry said.\n\nWith {contributor AP}, {contributor AFP}',
  },
  {
    name: 'credits and frames 19',
    text: 'The pit collapsed at dawn, the mine ministry said.\n\nReporting by Lena Orlik, {contributor Radio Velmora}',
  },
  {
    name: 'credits and frames 20',
    text: 'The pit collapsed at dawn, the mine ministry said.\n\nLena Orlik of the {contributor Harbour Echo} contributed to this story from Karsk.',
  },
  {
    name: 'credits and frames 21',
    text: 'The pit collapsed at dawn, the mine ministry said.\n\n{contributor Reuters} reporter Lena Orlik in Karsk contributed to this article.',
  },
  {
    name: 'credits and frames 22',
    text: 'The pit collapsed at dawn, the mine ministry said.\n\n{contributor Bloomberg}’s Lena Orlik contributed.',
  },
  {
    name: 'credits and frames 23',
    text: 'The pit collapsed at dawn, the mine ministry said.\n\nThis report includes information from {contributor AFP} and the {contributor Karsk Gazette}.',
  },
  {
    name: 'credits and frames 24',
    text: 'The pit collapsed at dawn, the mine ministry said.\n\nSources: {credit Reuters}, {credit AP}',
  },
  {
    name: 'credits and frames 25',
    text: 'The pit collapsed at dawn, the mine ministry said.\n\n— {credit Reuters}',
  },
  {
    name: 'credits and frames 26',
    text: 'The pit collapsed at dawn, the mine ministry said.\n\n– {credit PA}',
  },
  {
    name: 'credits and frames 27',
    text: 'The pit collapsed at dawn, the mine ministry said. — {credit AFP}',
  },
  {
    name: 'credits and frames 28',
    text: 'The pit collapsed at dawn, the mine ministry said. [{credit Reuters}]',
  },
  {
    name: 'credits and frames 29',
    text: 'The pit collapsed at dawn, the mine ministry said.\n\nRepublished with permission from the {credit Karsk Gazette}.',
  },
  {
    name: 'credits and frames 30',
    text: 'Rescuers at the pit. Photo: Lena Orlik / {photo Reuters}\n\nThe pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 31',
    text: 'Rescuers at the pit on Monday. Photograph: Lena Orlik/{photo EPA}\n\nThe pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 32',
    text: 'Rescuers at the pit. {photo AFP} via {photo Getty Images}\n\nThe pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 33',
    text: 'Rescuers at the pit. (Lena Orlik/The {photo Associated Press})\n\nThe pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 34',
    text: 'Rescuers at the pit [{photo AP} Photo/Lena Orlik]\n\nThe pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 35',
    text: '(Photo by {photo Xinhua}/Lena Orlik)\n\nThe pit collapsed at dawn, the mine ministry said.',
  },
  {
    name: 'credits and frames 36',
    text: 'The pit collapsed at dawn, the mine ministry said.\n\nCover photo: {photo dpa}',
  },
  {
    name: 'credits and frames 37',
    text: 'The pit collapsed at dawn, the mine ministry said.\n\nImage: {photo Kyodo}',
  },
  {
    name: 'credits and frames 38',
    text: 'The pit collapsed at dawn, the mine ministry said.\n\nLena Orlik, {photo AP} Photographer',
  },
  {
    name: 'credits and frames 39',
    text: '“It sank like a stone,” one miner told {told-to AFP} by telephone.',
    via: { 'sank like': 'Agence France-Presse' },
  },
  {
    name: 'credits and frames 40',
    text:
      'One miner told {told-to the}'.replace('{told-to the}', 'The {told-to Associated Press}') +
      ' on condition of anonymity that the alarm was off.',
    via: { 'alarm was off': 'Associated Press' },
  },
  { name: 'credits and frames 41', text: 'The alarm was off, one miner told {told-to ABC News}.' },
  {
    name: 'credits and frames 42',
    text: 'The alarm was off, one miner told {told-to NBC News} on Tuesday.',
    via: { 'alarm was off': 'NBC News' },
  },
  {
    name: 'credits and frames 43',
    text: 'The alarm was off, she told {told-to Fox News} host Dane Orlik.',
    via: { 'alarm was off': 'Fox News' },
  },
  {
    name: 'credits and frames 44',
    text: 'The alarm was off, she told {told-to Radio Free Europe/Radio Liberty}.',
  },
  { name: 'credits and frames 45', text: 'The alarm was off, she told {told-to RFE/RL}.' },
  { name: 'credits and frames 46', text: 'The alarm was off, she told {told-to Al Jazeera}.' },
  {
    name: 'credits and frames 47',
    text: 'The alarm was off, Bem told the {told-to Karsk Morning Post} in March.',
    via: { 'alarm was off': 'Karsk Morning Post' },
  },
  {
    name: 'credits and frames 48',
    text: 'The alarm was off, Bem told {told-to Tagesblatt}, a Velmoran newspaper.',
  },
  {
    name: 'credits and frames 49',
    text: 'Bem told the Velmoran newspaper {told-to Vestnik} that the alarm was off.',
  },
  { name: 'credits and frames 50', text: 'Bem told Velmora’s {told-to Channel 4} that the alarm was off.' },
  { name: 'credits and frames 51', text: 'Bem told broadcaster {told-to TVO} that the alarm was off.' },
  {
    name: 'credits and frames 52',
    text: 'Bem told public broadcaster {told-to NRK} that the alarm was off.',
  },
  { name: 'credits and frames 53', text: 'Bem told the German daily {told-to Bild} that the alarm was off.' },
  { name: 'credits and frames 54', text: 'Bem told the {told-to New Karsk Times} that the alarm was off.' },
  { name: 'credits and frames 55', text: 'Bem told {told-to Time} magazine that the alarm was off.' },
  { name: 'credits and frames 56', text: 'Bem told {told-to Der Spiegel} that the alarm was off.' },
  { name: 'credits and frames 57', text: 'Bem told {told-to Le Monde} that the alarm was off.' },
  {
    name: 'credits and frames 58',
    text: 'In a phone call with {told-to Reuters}, Bem said the alarm was off.',
    via: { 'alarm was off': 'Reuters' },
  },
  {
    name: 'credits and frames 59',
    text: 'In a text message to {told-to CNN}, Bem said the alarm was off.',
    via: { 'alarm was off': 'CNN' },
  },
  {
    name: 'credits and frames 60',
    text: 'In comments to the state-run {told-to IRNA} news agency, Bem said the alarm was off.',
    via: { 'alarm was off': 'Islamic Republic News Agency' },
  },
  {
    name: 'credits and frames 61',
    text: 'Bem said in remarks carried by {source Xinhua} that the alarm was off.',
    via: { 'alarm was off': 'Xinhua News Agency' },
  },
  {
    name: 'credits and frames 62',
    text: 'Bem said in an interview published by {source Tasnim} that the alarm was off.',
  },
  {
    name: 'credits and frames 63',
    text: '“The alarm was off,” state news agency {source IRNA} quoted Bem as saying.',
  },
  {
    name: 'credits and frames 64',
    text: '“The alarm was off,” Bem said, according to {source TASS}.',
    via: { 'alarm was off': 'TASS' },
  },
  { name: 'credits and frames 65', text: 'The alarm was off, {source Interfax} cited Bem as saying.' },
  { name: 'credits and frames 66', text: 'The alarm was off, the {source RIA} news agency reported.' },
  { name: 'credits and frames 67', text: 'According to the {source BBC}, the alarm was off.' },
  { name: 'credits and frames 68', text: 'According to local newspaper {source Vesti}, the alarm was off.' },
  { name: 'credits and frames 69', text: 'The alarm was off, local newspaper {source Vesti} reported.' },
  {
    name: 'credits and frames 70',
    text: 'The alarm was off, said the {source Karsk Gazette}, which cited two miners.',
  },
  { name: 'credits and frames 71', text: '{source AFP} said 12 people had died.' },
  {
    name: 'credits and frames 72',
    text: '{source Haaretz}, an Israeli newspaper, reported that the alarm was off.',
  },
  {
    name: 'credits and frames 73',
    text: 'Citing an unnamed official, {source Yonhap} said the rocket fell into the sea.',
  },
  { name: 'credits and frames 74', text: 'Footage aired by {source Al Jazeera} showed the pit in flames.' },
  {
    name: 'credits and frames 75',
    text: 'Footage broadcast on {source state television} showed the pit in flames.',
  },
  { name: 'credits and frames 76', text: 'An {source Associated Press} tally puts the dead at 90.' },
  { name: 'credits and frames 77', text: 'Data compiled by {source Bloomberg} show exports fell.' },
  { name: 'credits and frames 78', text: 'The {source Wall Street Journal} first reported the talks.' },
  { name: 'credits and frames 79', text: 'The talks were first reported by {source Axios}.' },
  {
    name: 'credits and frames 80',
    text: 'The {source Karsk Gazette} wrote in an editorial that the mayor should go.',
  },
  {
    name: 'credits and frames 81',
    text: '“Karsk deserves better,” the {source Karsk Gazette} said in an editorial.',
  },
  {
    name: 'credits and frames 82',
    text: '{source Reuters} and the {source BBC} reported that the alarm was off.',
  },
  { name: 'credits and frames 83', text: 'As {source Reuters} reported on Monday, the alarm was off.' },
  {
    name: 'credits and frames 84',
    text: 'Bem, in an op-ed in the {told-to Karsk Gazette}, said the alarm was off.',
  },
  { name: 'credits and frames 85', text: '{self Reuters} was not immediately able to reach the company.' },
  {
    name: 'credits and frames 86',
    text: '{self The}'.replace('{self The}', 'The {self AP}') + ' is not naming the boy because of his age.',
  },
  { name: 'credits and frames 87', text: 'The company declined to comment when contacted by {told-to AFP}.' },
  {
    name: 'credits and frames 88',
    text: 'A lawyer for Bem did not return calls from the {self Karsk Gazette}.',
  },
  {
    name: 'credits and frames 89',
    text: 'Emails reviewed by {self Reuters} show that Bem knew.'.replace(
      '{self Reuters}',
      '{mention Reuters}',
    ),
  },
  { name: 'credits and frames 90', text: 'The {self Karsk Gazette} has seen the letter.' },
  { name: 'credits and frames 91', text: 'The {self Karsk Gazette} has asked the ministry for comment.' },
  {
    name: 'credits and frames 92',
    text: 'The {self Gazette} has obtained a copy of the letter.',
    outlet: 'Karsk Gazette',
  },
  {
    name: 'credits and frames 93',
    text: 'KARSK ({dateline AP}) — The pit fell in at dawn, an {self AP} reporter at the scene said.',
  },
  {
    name: 'credits and frames 94',
    text: 'Bem told {self this paper}: “The alarm was off.”',
    outlet: 'Karsk Gazette',
  },
  { name: 'credits and frames 95', text: '“I read it on {mention Reuters},” Bem said.' },
  { name: 'credits and frames 96', text: '“The {mention BBC} made it up,” Bem told the crowd.' },
  {
    name: 'credits and frames 97',
    text: 'Bem, a former {mention Reuters} correspondent, said the alarm was off.',
  },
  {
    name: 'credits and frames 98',
    text: 'Bem, who owns the {mention Karsk Gazette}, said the alarm was off.',
  },
  { name: 'credits and frames 99', text: 'The owner of {mention Fox News} said advertising had fallen.' },
  {
    name: 'credits and frames 100',
    text: 'The editor of the {mention Karsk Gazette}, Lena Orlik, said the raid was “theatre”.',
  },
  { name: 'credits and frames 101', text: 'A spokesperson for the {mention BBC} said the show was off.' },
  {
    name: 'credits and frames 102',
    text: 'Protesters outside the offices of {mention CNN} said they would stay.',
  },
  // traps
  { name: 'traps 1', text: 'Bem told the Independent Police Commission that the alarm was off.' },
  { name: 'traps 2', text: 'Bem told the Guardian Council that the alarm was off.' },
  { name: 'traps 3', text: 'The Guardian Council said the vote was valid.' },
  { name: 'traps 4', text: 'Bem told the Sun Belt Alliance that rain was due.' },
  {
    name: 'traps 5',
    text: 'The Post said'.replace(
      'The Post said',
      'The post said Bem was a crook, and he said he would sue.',
    ),
  },
  { name: 'traps 6', text: 'The Royal Mail said the parcel was lost.' },
  { name: 'traps 7', text: 'Bem told the Royal Mail that the parcel was lost.' },
  { name: 'traps 8', text: 'The Daily Bread Food Bank said it had run out.' },
  { name: 'traps 9', text: '“AP Biology is hard,” said Bem, who teaches AP classes in Karsk, PA.' },
  { name: 'traps 10', text: 'Bem, of Erie, PA, told the court he was innocent.' },
  { name: 'traps 11', text: 'The AA said roads were icy and drivers should wait.' },
  { name: 'traps 12', text: 'American Airlines (AA) said the flight would leave.' },
  { name: 'traps 13', text: 'The PA said the prisoners would be freed.' },
  { name: 'traps 14', text: 'Bem’s PA said he was away.' },
  { name: 'traps 15', text: 'Two CNAs and an RN said the ward was short of staff.' },
  { name: 'traps 16', text: 'The EPA told farmers to stop spraying.' },
  { name: 'traps 17', text: 'MAP readings showed that blood pressure fell, the doctors said.' },
  { name: 'traps 18', text: 'Tass Bem said she was glad.' },
  { name: 'traps 19', text: 'Ansa Orlik told the jury she was at home.' },
  { name: 'traps 20', text: 'Lusa Bem told the jury she was at home.' },
  { name: 'traps 21', text: 'The Mirror Lake lodge said it was full.' },
  { name: 'traps 22', text: 'The Times of his life were over, Bem said.' },
  { name: 'traps 23', text: 'The independent regulator told the Express Coach Company to pay.' },
  { name: 'traps 24', text: 'Bem told the Herald Square traders that rents would rise.' },
  { name: 'traps 25', text: 'He told the Observer Mission that the ballots were gone.' },
  { name: 'traps 26', text: 'The US ambassador told the Security Council the claim was false.' },
  { name: 'traps 27', text: 'Bem told the Star Alliance that fares would fall.' },
  {
    name: 'traps 28',
    text: 'Kyodo Bem said'.replace('Kyodo Bem said', 'Bem told the National Assembly that he would go.'),
  },
  {
    name: 'traps 29',
    text:
      'Bem told the Chronicle of Higher Things'.replace(
        'Bem told the Chronicle of Higher Things',
        'Bem told the Supreme Court that he would go',
      ) + '.',
  },
  { name: 'traps 30', text: 'The Radio Regulator said the mast would fall.' },
  { name: 'traps 31', text: 'The Dow Jones fell 2 per cent, and traders said more was to come.' },
  { name: 'traps 32', text: 'Mrs Getty said the house would be sold.' },
  { name: 'traps 33', text: 'The Bloomberg terminal was down, a trader said.' },
  { name: 'traps 34', text: 'Bem told RT Hon members that he was sorry.' },
  { name: 'traps 35', text: 'Wam! said the comic. “Bang,” he added.' },
  { name: 'traps 36', text: 'The ship Globe Mercury sank, its owner said.' },
  { name: 'traps 37', text: 'Bem told the news conference that he would go.' },
  { name: 'traps 38', text: 'Media reports said the alarm was off.' },
  { name: 'traps 39', text: 'The news agency said the alarm was off.' },
  { name: 'traps 40', text: 'State media reported that the alarm was off.' },
  { name: 'traps 41', text: 'A Reuters-style agency could help, Bem said.' },
  { name: 'traps 42', text: 'The Voice finalist told fans she was well.' },
  { name: 'traps 43', text: 'Independent Senator Lena Orlik said she would vote no.' },
  { name: 'traps 44', text: 'The Record Store Day organisers said sales rose.' },
  { name: 'traps 45', text: 'He told the Banner Elk council the road was shut.' },
  {
    name: 'known papers and stations 1',
    text: 'Bem told the {told-to Press Association} that the alarm was off.',
    via: { 'alarm was off': 'PA Media' },
  },
  {
    name: 'known papers and stations 2',
    text: 'Bem told {told-to ABC}’s “This Week” that the alarm was off.',
  },
  {
    name: 'known papers and stations 3',
    text: '“It was off,” Bem said on {told-to NBC}’s “Meet the Press” on Sunday.',
    via: { 'It was off': 'NBC News' },
  },
  {
    name: 'known papers and stations 4',
    text: 'The {source Times of Velmora} reported that the alarm was off.',
  },
  {
    name: 'known papers and stations 5',
    text: 'The alarm was off, according to a report in The {source Times}.',
  },
  { name: 'known papers and stations 6', text: 'The sale was first reported by The {source Verge}.' },
  {
    name: 'known papers and stations 7',
    text: 'A {source Reuters}/Ipsos poll found that most voters were undecided.',
  },
  {
    name: 'known papers and stations 8',
    text: 'Bem told {told-to ITV}’s Good Morning Velmora that the alarm was off.',
  },
  { name: 'known papers and stations 9', text: 'Bem told {told-to Channel 4 News} that the alarm was off.' },
  {
    name: 'known papers and stations 10',
    text: 'Bem told {told-to Radio New Karsk} that the alarm was off.',
  },
  { name: 'known papers and stations 11', text: 'The {source Globe and Mail} said the alarm was off.' },
  {
    name: 'known papers and stations 12',
    text: 'Bem told the {told-to Toronto Star} that the alarm was off.',
  },
  {
    name: 'known papers and stations 13',
    text: 'The {source South China Morning Post}, citing two sources, said the alarm was off.',
  },
  {
    name: 'known papers and stations 14',
    text: 'The {source Straits Times} reported on Monday that the alarm was off.',
  },
  { name: 'known papers and stations 15', text: '“It was off,” Bem told The {told-to Hindu}.' },
  { name: 'known papers and stations 16', text: '{source Dawn} newspaper reported that the alarm was off.' },
  {
    name: 'known papers and stations 17',
    text: 'The state-run {source Global Times} said in an editorial that the alarm was off.',
  },
  {
    name: 'known papers and stations 18',
    text: 'The ruling party’s newspaper, the {source People’s Daily}, said the alarm was off.',
  },
  {
    name: 'known papers and stations 19',
    text: '{source New York Times} reporters found that the alarm was off.',
  },
  {
    name: 'known papers and stations 20',
    text: 'The alarm was off, the {source Washington Post} and the {source Wall Street Journal} reported.',
  },
  {
    name: 'known papers and stations 21',
    text: 'Bem wrote in an opinion piece for the {told-to Harbour Echo} that the alarm was off.',
  },
  {
    name: 'known papers and stations 22',
    text: 'Speaking on {told-to BBC} Radio 4’s Today programme, Bem said the alarm was off.',
    via: { 'alarm was off': 'BBC' },
  },
  {
    name: 'known papers and stations 23',
    text: 'In an interview broadcast on {told-to CNN} on Sunday, Bem said the alarm was off.',
    via: { 'alarm was off': 'CNN' },
  },
  {
    name: 'known papers and stations 24',
    text: 'Bem was interviewed by {told-to Al Jazeera} last week. “It was off,” he said.',
  },
  { name: 'known papers and stations 25', text: '“It was off,” Bem was quoted by {source Kyodo} as saying.' },
  { name: 'known papers and stations 26', text: '“It was off,” {source Anadolu} quoted Bem as saying.' },
  {
    name: 'known papers and stations 27',
    text: 'Turkey’s state-run {source Anadolu Agency} reported that the alarm was off.',
  },
  {
    name: 'known papers and stations 28',
    text: 'The semi-official {source Fars} news agency said the alarm was off.',
  },
  {
    name: 'known papers and stations 29',
    text: 'Iran’s {source Tasnim} news agency reported that the alarm was off.',
  },
  {
    name: 'known papers and stations 30',
    text: 'Lebanon’s {source National News Agency} said the alarm was off.',
  },
  {
    name: 'known papers and stations 31',
    text: 'Israel’s {source Channel 12} reported that the alarm was off.',
  },
  { name: 'known papers and stations 32', text: 'Broadcaster {source KAN} said the alarm was off.' },
  {
    name: 'known papers and stations 33',
    text: 'Local television channel {source Kanal 7} showed the alarm was off.',
  },
  { name: 'known papers and stations 34', text: 'Japanese broadcaster {source NHK} said the alarm was off.' },
  {
    name: 'known papers and stations 35',
    text: 'German news magazine {source Der Spiegel} reported that the alarm was off.',
  },
  {
    name: 'known papers and stations 36',
    text: 'The Italian news agency {source ANSA} said the alarm was off.',
  },
  {
    name: 'known papers and stations 37',
    text: 'Local outlet {source Karsk Today} posted video of the fire.',
  },
  {
    name: 'known papers and stations 38',
    text: 'Investigative website {source Bellhouse} published the files.',
  },
  {
    name: 'known papers and stations 39',
    text: 'The news site {source Karskinform} said the alarm was off.',
  },
  {
    name: 'known papers and stations 40',
    text: '{source Radio Karsk} said the alarm was off. The station did not say how it knew.',
  },
  {
    name: 'known papers and stations 41',
    text: 'In a statement sent to {told-to AFP}, the ministry said the alarm was off.',
    via: { 'alarm was off': 'Agence France-Presse' },
  },
  {
    name: 'known papers and stations 42',
    text: 'In an emailed statement to the {told-to Associated Press}, the firm said the alarm was off.',
  },
  {
    name: 'known papers and stations 43',
    text: 'The firm told {told-to Reuters} in a statement it would appeal.',
  },
  {
    name: 'known papers and stations 44',
    text: 'Bem, speaking to {told-to Reuters} on the sidelines of the summit, said the alarm was off.',
    via: { 'alarm was off': 'Reuters' },
  },
  {
    name: 'known papers and stations 45',
    text: 'A source close to the talks told {told-to Reuters} the alarm was off.',
  },
  {
    name: 'known papers and stations 46',
    text: 'Two sources with knowledge of the matter told the {told-to BBC} the alarm was off.',
  },
  { name: 'known papers and stations 47', text: 'A spokesman confirmed the fire to {told-to Sky News}.' },
  {
    name: 'known papers and stations 48',
    text: 'The ministry did not immediately respond to {self CNN}’s request for comment.',
  },
  { name: 'known papers and stations 49', text: '{self CNN} has reached out to the ministry for comment.' },
  {
    name: 'known papers and stations 50',
    text: 'The ministry has been contacted by the {told-to BBC} for comment.',
  },
  { name: 'known papers and stations 51', text: 'The {self Guardian} understands the alarm was off.' },
  { name: 'known papers and stations 53', text: '{self Reuters} reviewed the documents.' },
  {
    name: 'known papers and stations 54',
    text: 'The {mention BBC} will cut 200 jobs, its director-general said.',
  },
  {
    name: 'known papers and stations 55',
    text: 'The director-general of the {mention BBC} said 200 jobs would go.',
  },
  {
    name: 'known papers and stations 56',
    text: 'Staff at {mention CNN} were told on Monday, the union said.',
  },
  {
    name: 'known papers and stations 57',
    text: 'He joined {mention Reuters} in 1998 and left ten years later, his brother said.',
  },
  {
    name: 'known papers and stations 58',
    text: 'Kolb, a reporter for the {mention Karsk Gazette}, was freed on Monday, his lawyer said.',
  },
  {
    name: 'known papers and stations 59',
    text: '{mention Reuters} journalist Lena Orlik was freed on Monday, her lawyer said.',
  },
  { name: 'known papers and stations 60', text: 'The minister accused the {mention BBC} of lying.' },
  {
    name: 'known papers and stations 61',
    text: 'The minister has sued the {mention Karsk Gazette} for libel, her lawyer said.',
  },
  { name: 'known papers and stations 62', text: 'A lawyer for {mention Fox News} said the case was weak.' },
  { name: 'known papers and stations 63', text: 'Shares in {mention Thomson Reuters} rose, traders said.' },
  {
    name: 'known papers and stations 65',
    text: 'OSLO ({dateline NTB}) – The pit fell in at dawn, the ministry said.',
  },
  {
    name: 'known papers and stations 66',
    text: 'SYDNEY, {dateline AAP} – The pit fell in at dawn, the ministry said.',
  },
  {
    name: 'known papers and stations 67',
    text: 'LONDON ({dateline Thomson Reuters} Foundation) - The pit fell in at dawn, the ministry said.',
  },
  {
    name: 'known papers and stations 68',
    text: 'WASHINGTON, Nov 3 ({dateline Reuters} Breakingviews) - The deal is a gift, says Lena Orlik.',
  },
  {
    name: 'known papers and stations 70',
    text: 'The pit fell in at dawn, the ministry said.\n\nReporting by {contributor Reuters}; writing by Lena Orlik',
  },
  {
    name: 'known papers and stations 71',
    text: 'The pit fell in at dawn, the ministry said.\n\n{contributor AFP} and {contributor Reuters} contributed to this report.',
  },
  {
    name: 'known papers and stations 72',
    text: 'The pit fell in at dawn, the ministry said.\n\n{contributor CNN}’s Lena Orlik and Jon Pell contributed reporting.',
  },
  {
    name: 'known papers and stations 73',
    text: 'The pit fell in at dawn, the ministry said.\n\nThe {contributor Associated Press} contributed to this report.',
  },
  {
    name: 'known papers and stations 74',
    text: 'The pit fell in at dawn, the ministry said.\n\n{credit ANI}',
  },
  {
    name: 'known papers and stations 75',
    text: 'The pit fell in at dawn, the ministry said.\n\n(This story has not been edited by our staff and is auto-generated from a {credit PTI} feed.)',
  },
  {
    name: 'known papers and stations 76',
    text: 'The pit fell in at dawn, the ministry said.\n\nLena Orlik is a reporter for the {mention Karsk Gazette}.',
  },
  {
    name: 'known papers and stations 77',
    text: 'A man stands by the pit. Picture: {photo PA}\n\nThe pit fell in at dawn, the ministry said.',
  },
  {
    name: 'known papers and stations 78',
    text: 'A man stands by the pit. | {photo AP}\n\nThe pit fell in at dawn, the ministry said.',
  },
  {
    name: 'known papers and stations 79',
    text: 'A man stands by the pit. (Image: {photo Getty Images})\n\nThe pit fell in at dawn, the ministry said.',
  },
  {
    name: 'known papers and stations 80',
    text: 'A man stands by the pit. (Lena Orlik / {photo AFP} via {photo Getty Images})\n\nThe pit fell in at dawn, the ministry said.',
  },
  { name: 'other bodies 1', text: 'The Parents Association of Karsk said fees would rise.' },
  { name: 'other bodies 2', text: 'Bem told the Karsk Bar Association that the alarm was off.' },
  { name: 'other bodies 3', text: 'Bem told the Daily Bread charity that the alarm was off.' },
  { name: 'other bodies 4', text: 'Bem told the World Bank that the alarm was off.' },
  { name: 'other bodies 5', text: 'Bem told the National Weather Service that the alarm was off.' },
  { name: 'other bodies 6', text: 'The Weather Service said rain was due.' },
  { name: 'other bodies 7', text: 'Bem told the Secret Service that the alarm was off.' },
  { name: 'other bodies 8', text: 'The Central Intelligence Agency said the alarm was off.' },
  { name: 'other bodies 9', text: 'The Food Standards Agency told shops to recall the cheese.' },
  { name: 'other bodies 10', text: 'Bem told the Star Trek convention that he was ill.' },
  { name: 'other bodies 11', text: 'The Evening Star, a trawler, sank on Monday, the coast guard said.' },
  { name: 'other bodies 12', text: 'The Herald of Free Spirit, a ferry, sank, the coast guard said.' },
  { name: 'other bodies 13', text: 'Captain Bem told the Courier, a supply ship, to wait.' },
  { name: 'other bodies 14', text: 'The Morning Glory sank, its captain said.' },
  { name: 'other bodies 15', text: 'The Sun Bowl organisers said tickets were gone.' },
  { name: 'other bodies 16', text: 'The Telegraph Hill residents said the noise was unbearable.' },
  { name: 'other bodies 17', text: 'The Chronicle of the abbey says the tower fell in 1322.' },
  { name: 'other bodies 18', text: 'Bem told Metro Police that the alarm was off.' },
  { name: 'other bodies 19', text: 'The Harbour Trust, a charity, said it was closing.' },
  { name: 'other bodies 20', text: 'The Examiner of Title told the court the deed was false.' },
  {
    name: 'a weekly in passing',
    text: 'The editor of the weekly {mention Vestnik Karsk} was arrested on Monday, her lawyer said.',
  },
  {
    name: 'an earlier version',
    text: 'The bridge was shut on Monday, the council said.\n\nAn earlier version of this story was published by {credit Reuters}.',
  },
  { name: 'a daily reading', text: 'The daily Bible reading was moved to noon, the vicar said.' },
];
