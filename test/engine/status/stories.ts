/**
 * Short invented stories with what a careful reader finds in them: allegations with accuser, accused, status and replies,
 * and stance and verification of their statements. Written to be hard, before the engine had seen them.
 */

export interface StoryAllegation {
  /** Words of the proposition. */
  readonly about: string;
  readonly accuser: string | null;
  readonly accused: string | null;
  readonly status?: string;
  /** Kind and words of each reply. */
  readonly replies?: readonly (readonly [kind: string, words: string])[];
}

export interface Story {
  readonly name: string;
  readonly text: string;
  readonly allegations: readonly StoryAllegation[];
  /** Words of a content, stance and verification. */
  readonly statements?: readonly (readonly [words: string, stance: string, verification: string])[];
  /** What is still read wrong, as the test words it; what is found to hold now can be struck off. */
  readonly open?: readonly string[];
}

export const STORIES: readonly Story[] = [
  {
    name: 'court: treasurer and her lawyer',
    open: [
      'missed: paid the money into her own account',
      'no statement: paid the money into her own account',
    ],
    text: `Club treasurer accused of taking raffle money

MARLOWE — Prosecutors have charged Edith Crane, the treasurer of Marlowe Bowls Club, with stealing £14,000 from the club’s raffle fund.

Crane, 58, paid the money into her own account over three years, prosecutor Dev Anand told Marlowe Magistrates’ Court on Monday.

“She had one job and it was to count,” said Anand.

Crane pleaded not guilty. Her solicitor, Paul Frith, said the payments were loans that the committee had approved.

The club’s chairman, Ronald Hale, declined to comment. The trial continues.`,
    allegations: [
      {
        about: 'taking raffle money',
        accuser: null,
        accused: 'Edith Crane',
        replies: [
          ['plea', 'not guilty'],
          ['denial', 'the payments were loans'],
        ],
      },
      {
        about: 'stealing £14,000',
        accuser: 'Prosecutors',
        accused: 'Edith Crane',
        replies: [
          ['plea', 'not guilty'],
          ['denial', 'the payments were loans'],
        ],
      },
      {
        about: 'paid the money into her own account',
        accuser: 'Dev Anand',
        accused: 'Edith Crane',
        replies: [
          ['plea', 'not guilty'],
          ['denial', 'the payments were loans'],
        ],
      },
    ],
    statements: [
      ['paid the money into her own account', 'allege', 'unverified-allegation'],
      ['the payments were loans', 'deny', 'denial'],
      ['to comment', 'other', 'other'],
    ],
  },
  {
    name: 'war: a strike and two ministries',
    open: ['Six killed in strike on market: accused -', 'I was weighing carrots: other'],
    text: `Six killed in strike on market, officials say

DRAVNA, Nov 3 — A missile struck a vegetable market in Dravna on Sunday morning, killing six people, local officials said.

The regional governor, Petra Olan, said the missile had been fired by Tolvanian forces from across the river.

Tolvania’s defence ministry denied firing on the town. “Our units were not active in that sector,” its spokesman, Colonel Andrei Voss, said.

“I was weighing carrots and then I was on the floor,” said Mila Denko, a stallholder.

Voss also said that talks on grain shipments would resume next week.`,
    allegations: [
      { about: 'Six killed in strike on market', accuser: 'officials', accused: 'Tolvania' },
      {
        about: 'A missile struck a vegetable market',
        accuser: 'officials',
        accused: 'Tolvania',
        replies: [
          ['denial', 'firing on the town'],
          ['denial', 'were not active'],
        ],
      },
      {
        about: 'fired by Tolvanian forces',
        accuser: 'Petra Olan',
        accused: 'Tolvania',
        replies: [
          ['denial', 'firing on the town'],
          ['denial', 'were not active'],
        ],
      },
    ],
    statements: [
      ['Our units were not active', 'deny', 'denial'],
      ['I was weighing carrots', 'neutral', 'eyewitness'],
      ['talks on grain shipments', 'neutral', 'official-statement'],
    ],
  },
  {
    name: 'police: two officers and a cyclist',
    text: `A cyclist has accused two police officers of breaking his arm during an arrest in Selby Road on Friday night.

Jordan Pell, 24, said the officers dragged him from his bicycle and knelt on his back. “They never said a word,” he said.

A spokeswoman for Northmoor Police said the force was reviewing body camera footage and could not comment further.

A neighbour, Irene Toft, said she had watched from her window. “He was shouting that he couldn’t breathe,” she said.

The officers have not been named.`,
    allegations: [
      {
        about: 'breaking his arm',
        accuser: 'cyclist|Jordan Pell',
        accused: 'two police officers|officers',
        replies: [],
      },
      {
        about: 'dragged him from his bicycle',
        accuser: 'Jordan Pell',
        accused: 'two police officers|officers',
        replies: [],
      },
    ],
    statements: [
      ['breaking his arm', 'accuse', 'unverified-allegation'],
      ['He was shouting', 'neutral', 'eyewitness'],
    ],
  },
  {
    name: 'corporate: audit and own account',
    text: `Software firm booked sales that never happened, audit finds

Quillon Systems booked £40m of sales to customers that did not exist, according to an audit by Harbour & Pike that was seen by the Ledger.

The report says that Quillon’s former finance director, Stephen Lodge, signed off the invoices himself.

Lodge said he had acted on instructions from the board. “I was told they were real,” he said by telephone.

Quillon did not respond to a request for comment.

Analysts at Copperfield Bank said the shares were “a falling knife”.`,
    allegations: [
      {
        about: 'booked sales that never happened',
        accuser: 'audit',
        accused: 'Quillon Systems',
        replies: [['no-comment', 'did not respond']],
      },
      {
        about: 'booked £40m of sales',
        accuser: 'audit',
        accused: 'Quillon Systems',
        replies: [['no-comment', 'did not respond']],
      },
      {
        about: 'signed off the invoices',
        accuser: 'report|audit',
        accused: 'Stephen Lodge',
        replies: [
          ['denial|comment', 'acted on instructions'],
          ['denial|comment', 'I was told they were real'],
        ],
      },
    ],
    statements: [['a falling knife', 'neutral|condemn', 'opinion']],
  },
  {
    name: 'sport: bribe claims and a club',
    open: ['no allegation: He said the money was for his daughter’s'],
    text: `The president of Vallis FC offered a referee €30,000 before last season’s cup final, a former assistant coach has claimed.

Bruno Tasse told Radio Cordal that he was in the car when Ivo Marek made the call. “He said the money was for his daughter’s wedding,” Tasse said. “There was no daughter.”

Marek rejected the claim as “the revenge of a man I sacked”. Vallis said in a statement that it stood by its president.

The league said it had opened an inquiry.`,
    allegations: [
      {
        about: 'offered a referee €30,000',
        accuser: 'former assistant coach|Bruno Tasse',
        accused: 'Ivo Marek',
        replies: [['denial', 'the revenge of a man']],
      },
    ],
    statements: [
      ['offered a referee', 'claim', 'unverified-allegation'],
      ['it had opened an inquiry', 'neutral', 'official-statement'],
    ],
  },
  {
    name: 'council: councillor and planning vote',
    text: `Councillor did not declare brother’s land

A councillor who voted for a housing scheme in Upper Fenn did not tell colleagues that his brother owned the field, residents say.

Councillor Alan Dray voted for the plan in June. Land records show that the field was sold for £2.1m in August.

“We found it in the register in ten minutes,” said Hope Linden, of the Fenn Residents’ Association.

Dray said he had “nothing to do with” his brother’s affairs and had taken legal advice before the vote.

The council’s monitoring officer, Beth Amory, confirmed that a complaint had been received.`,
    allegations: [
      {
        about: 'did not tell colleagues',
        accuser: 'residents',
        accused: 'Alan Dray',
        replies: [['denial|comment', 'nothing to do with']],
      },
    ],
    statements: [
      ['a complaint had been received', 'confirm', 'official-statement'],
      ['the field was sold', 'neutral', 'official-statement|other'],
    ],
  },
  {
    name: 'science: fraud and an editor',
    open: [
      'copied images: accuser Lena Mort',
      'copied images: accused Carrow University',
      'copied images: no unreachable “could not be reached”',
      'copied images: no denial “the allegations were”',
    ],
    text: `A biologist at Carrow University copied images from earlier papers and passed them off as new experiments, two of his former students have alleged.

Lena Mort and Arun Das said Professor Hugo Stile told them to rotate a picture of a gel so that reviewers would not recognise it.

Stile could not be reached for comment. A lawyer for Stile said in an email that the allegations were “false and defamatory”.

The journal’s editor, Claire Abney, said she took the claims seriously and had asked the university for the data.`,
    allegations: [
      {
        about: 'copied images',
        accuser: 'two of his former students|former students',
        accused: 'Hugo Stile',
        replies: [
          ['unreachable', 'could not be reached'],
          ['denial', 'the allegations were'],
        ],
      },
      {
        about: 'told them to rotate',
        accuser: 'Lena Mort and Arun Das|Lena Mort',
        accused: 'Hugo Stile',
        replies: [
          ['unreachable', 'could not be reached'],
          ['denial', 'the allegations were'],
        ],
      },
    ],
    statements: [['the allegations were', 'deny', 'denial']],
  },
  {
    name: 'labour: sacked organiser',
    text: `Warehouse sacked union organiser, workers say

Workers at the Brackwater depot say that managers at Pellet Logistics sacked Rosa Imber two days after she handed out union cards.

“They walked her out past her own lunch,” said one colleague, who asked not to be named.

The Dockers’ Union accused Pellet of intimidation and called for her to be reinstated.

A Pellet spokesman said Imber was dismissed for repeated lateness. The company respects the right to organise, he added.`,
    allegations: [
      {
        about: 'sacked union organiser',
        accuser: 'workers',
        accused: 'Pellet Logistics|managers',
        replies: [
          ['denial|comment', 'dismissed for repeated lateness'],
          ['denial|comment', 'respects the right'],
        ],
      },
      {
        about: 'sacked Rosa Imber',
        accuser: 'workers',
        accused: 'Pellet Logistics|managers',
        replies: [
          ['denial|comment', 'dismissed for repeated lateness'],
          ['denial|comment', 'respects the right'],
        ],
      },
      {
        about: 'intimidation',
        accuser: 'Dockers’ Union',
        accused: 'Pellet Logistics|Pellet',
        replies: [
          ['denial|comment', 'dismissed for repeated lateness'],
          ['denial|comment', 'respects the right'],
        ],
      },
    ],
    statements: [['her to be reinstated', 'demand', 'other|opinion']],
  },
  {
    name: 'civil: lawsuit against a landlord',
    open: [
      'leaving them without heat: accuser Brill Street',
      'ignored 211 written complaints: no denial|comment “shakedown”',
      'ignored 211 written complaints: no denial “every complaint had been answered”',
      'ignored 211 written complaints: not a reply “did not return”',
      'knew of the conditions: no no-comment “did not return calls”',
      'knew of the conditions: not a reply “did not return”',
      'every complaint had been answered: neutral',
      'every complaint had been answered: other',
    ],
    text: `Tenants of a Brill Street apartment block have sued their landlord for leaving them without heat for two winters.

The suit, filed in Kent County on Tuesday, says Marlin Properties ignored 211 written complaints and removed smoke alarms.

It names the company’s owner, Gil Marlin, who “knew of the conditions and did nothing”, according to the filing.

Marlin did not return calls. An attorney for the company, Joyce Penn, called the suit “a shakedown” and said every complaint had been answered.`,
    allegations: [
      {
        about: 'leaving them without heat',
        accuser: 'Tenants',
        accused: 'landlord|Marlin Properties|Gil Marlin',
        status: 'sued',
      },
      {
        about: 'ignored 211 written complaints',
        accuser: 'suit',
        accused: 'Marlin Properties',
        status: 'sued',
        replies: [
          ['denial|comment', 'shakedown'],
          ['denial', 'every complaint had been answered'],
        ],
      },
      {
        about: 'knew of the conditions',
        accuser: 'filing|suit',
        accused: 'Gil Marlin',
        status: 'sued',
        replies: [['no-comment', 'did not return calls']],
      },
    ],
    statements: [['every complaint had been answered', 'deny', 'denial']],
  },
  {
    name: 'established: conviction is no allegation',
    text: `A former postmaster was jailed for three years on Thursday for stealing pension payments.

Colin Dace, 61, was convicted of 14 counts of theft last month. He pleaded guilty to two more.

“You robbed people who trusted you,” Judge Nora Felling told him.

Detective Sergeant Ian Moss said Dace had spent the money on model railways.

Dace’s daughter, Lily, said she hoped people would leave her family alone.`,
    allegations: [],
    statements: [
      ['she hoped people would', 'believe|neutral', 'opinion|other'],
      ['to two more', 'concede', 'other'],
    ],
  },
  {
    name: 'opinion: a speech without an act',
    text: `Mayor Tessa Holm condemned the government’s budget on Monday, calling it “a betrayal of every town north of the river”.

She warned that three libraries would close. “They should be ashamed,” she said.

The finance minister, Kai Brandt, said the budget was fair and would bring growth.

“I believe she has not read it,” Brandt said.`,
    allegations: [],
    statements: [
      ['budget on Monday', 'condemn', 'opinion'],
      ['three libraries would close', 'warn', 'official-statement'],
      ['They should be ashamed', 'condemn', 'opinion'],
    ],
  },
  {
    name: 'prediction: not an allegation',
    text: `The ferry line will run out of money by spring, economists at Harrow Bank predicted on Monday.

Sea Bridge, which runs four ships, said it expected to break even this year. Its chief executive, Dora Quist, promised to keep all routes open.

“Somebody will have to pay for the fuel,” said Ole Lund, an analyst.`,
    allegations: [],
    statements: [
      ['run out of money by spring', 'believe', 'opinion'],
      ['to break even this year', 'believe|neutral', 'official-statement'],
      ['to keep all routes open', 'promise', 'official-statement'],
    ],
  },
  {
    name: 'headline denial without one in the text',
    text: `Builder denies dumping rubble in river

Residents of Arle say Tom Kettle’s lorries tipped rubble into the river at night for six weeks.

“You could hear it go in,” said Pat Rowe, who lives beside the bridge.

The Rivers Agency said it had taken samples.`,
    allegations: [{ about: 'tipped rubble into the river', accuser: 'residents', accused: 'Tom Kettle' }],
    statements: [['it had taken samples', 'neutral', 'official-statement']],
  },
  {
    name: 'metonym: Moscow for Russia',
    text: `Estonia accused Russia on Wednesday of jamming navigation signals over the Gulf of Finland.

Moscow denied it. “This is fantasy,” a Kremlin spokesman said.

Estonia’s foreign minister said 41 flights had been diverted since Sunday.`,
    allegations: [
      {
        about: 'jamming navigation signals',
        accuser: 'Estonia',
        accused: 'Russia',
        replies: [
          ['denial', 'it'],
          ['denial', 'This is fantasy'],
        ],
      },
    ],
    statements: [
      ['This is fantasy', 'deny', 'denial'],
      ['41 flights had been diverted', 'neutral', 'official-statement'],
    ],
  },
  {
    name: 'several accused, several replies',
    open: ['missed: took free cruises'],
    text: `Three board members of the Halm Opera took free cruises from a set builder, the Halm Courier reported on Saturday.

The paper named Greta Lind, Otto Pram and Sven Dahl.

Lind said she had paid for her own cabin. Pram admitted that he had accepted a ticket and apologised. Dahl did not answer messages.

The set builder, Max Orne, said the cruises were “business trips”.`,
    allegations: [
      {
        about: 'took free cruises',
        accuser: 'Halm Courier',
        accused: 'three board members|board members',
        replies: [
          ['denial|comment', 'paid for her own cabin'],
          ['comment', 'accepted a ticket'],
          ['no-comment', 'did not answer'],
        ],
      },
    ],
    statements: [['he had accepted a ticket', 'concede', 'other']],
  },
  {
    name: 'arrest: police say who did what',
    text: `A 19-year-old man has been arrested on suspicion of arson after a fire at the Palace cinema in Tarn.

Police said the man was seen running from a side door shortly before midnight. He was released on bail.

“The whole foyer was orange,” said the projectionist, Neil Abbot.

Fire chief Rona Beck said the building would have to come down.`,
    allegations: [
      { about: 'arson', accuser: null, accused: '19-year-old man|man', status: 'arrested' },
      { about: 'was seen running', accuser: 'police', accused: '19-year-old man|man', status: 'arrested' },
    ],
    statements: [
      ['The whole foyer was orange', 'neutral', 'eyewitness'],
      ['the building would have to come down', 'neutral', 'official-statement'],
    ],
  },
  {
    name: 'memo: hospital and whistleblower',
    open: ['missed: knew for two years', 'a cover-up: no denial “anything had been hidden”'],
    text: `Hospital bosses knew for two years that a ventilation unit was spreading mould, leaked emails show.

In one message, seen by the Echo, estates manager Carl Boyd told the chief executive of St Anne’s that “we should not put this in the minutes”.

Two patients died of lung infections in 2023. Their families have accused the trust of a cover-up.

St Anne’s said patient safety was its “absolute priority”. It denied that anything had been hidden.

Boyd has since left the trust and did not respond to messages.`,
    allegations: [
      { about: 'knew for two years', accuser: 'emails', accused: 'Hospital bosses|St Anne’s' },
      {
        about: 'a cover-up',
        accuser: 'families',
        accused: 'St Anne’s|trust',
        replies: [['denial', 'anything had been hidden']],
      },
    ],
    statements: [['anything had been hidden', 'deny', 'denial']],
  },
  {
    name: 'crime: attack on a rival',
    text: `A baker put laxatives in a rival’s bread three times, a jury heard on Tuesday.

Marcus Flood, 44, is alleged to have climbed through a window of the Corner Oven in Leith Street between March and May.

“He wanted my Saturday queue,” the rival, Nadia Orr, told Brill Crown Court.

Flood denies three counts of administering a noxious substance. His barrister, Eve Laing, suggested that Orr’s own kitchen was to blame.`,
    allegations: [
      {
        about: 'put laxatives',
        accuser: null,
        accused: 'Marcus Flood',
        status: 'on-trial',
        replies: [
          ['denial', 'three counts'],
          ['denial|comment', 'own kitchen'],
        ],
      },
      {
        about: 'climbed through a window',
        accuser: null,
        accused: 'Marcus Flood',
        status: 'on-trial',
        replies: [
          ['denial', 'three counts'],
          ['denial|comment', 'own kitchen'],
        ],
      },
    ],
    statements: [['three counts', 'deny', 'denial']],
  },
  {
    name: 'politics: donor and spokesperson',
    text: `The governor’s campaign took $250,000 from a prison contractor a week before the state renewed its contract, campaign records show.

Governor Wes Tolliver’s opponent, Ana Ruiz, said he had sold the state’s prisons. “That is a bribe with a receipt,” she said.

A spokesman for Tolliver, Dean Craig, called the charge “desperate nonsense”.

The contractor, Ironbridge Corrections, said it donated to both parties.`,
    allegations: [
      { about: 'took $250,000', accuser: 'campaign records', accused: 'campaign|Wes Tolliver' },
      {
        about: 'he had sold the state’s prisons',
        accuser: 'Ana Ruiz',
        accused: 'Wes Tolliver',
        replies: [['denial', 'desperate nonsense']],
      },
    ],
    statements: [
      ['desperate nonsense', 'deny', 'denial'],
      ['it donated to both parties', 'neutral|deny', 'official-statement|denial'],
    ],
  },
  {
    name: 'nominal: allegations of fraud',
    open: ['used donations to pay for a villa: no denial|comment “belonged to her late husband”'],
    text: `The charity regulator has opened an investigation into allegations of fraud against the Lantern Trust.

The trust’s founder, Olive Penhale, said she would co-operate fully. “We have nothing to hide,” she said.

Former trustee Miles Aske claims that Penhale used donations to pay for a villa in Spain. She says the villa belonged to her late husband.`,
    allegations: [
      {
        about: 'fraud',
        accuser: null,
        accused: 'Lantern Trust',
        replies: [
          ['comment', 'co-operate fully'],
          ['denial', 'nothing to hide'],
        ],
      },
      {
        about: 'used donations to pay for a villa',
        accuser: 'Miles Aske',
        accused: 'Olive Penhale',
        replies: [
          ['denial|comment', 'belonged to her late husband'],
          ['denial', 'nothing to hide'],
        ],
      },
    ],
    statements: [
      ['We have nothing to hide', 'deny', 'denial'],
      ['used donations', 'claim', 'unverified-allegation'],
    ],
  },
  {
    name: 'local: neighbours and a hedge',
    text: `A dispute over a hedge in Quarry Lane ended in court on Friday.

Vera Stamp, 81, says her neighbour, Clive Oxley, poisoned the hedge with weedkiller while she was in hospital.

“I planted that hedge in the Coronation year,” she said.

Oxley insists the hedge died of old age. “It was a blessing,” he said.

The magistrates adjourned the case. The clerk, Ann Doyle, asked both parties to keep off each other’s lawns.`,
    allegations: [
      {
        about: 'poisoned the hedge',
        accuser: 'Vera Stamp',
        accused: 'Clive Oxley',
        replies: [
          ['denial', 'died of old age'],
          ['denial|comment', 'It was a blessing'],
        ],
      },
    ],
    statements: [['died of old age', 'deny', 'denial']],
  },
  {
    name: 'wire: state television and a plane',
    text: `KORVA, Nov 12 (Reuters) - Ilmenian troops crossed the border and seized two farms, Drevian state television reported on Thursday.

Ilmenia’s army said its soldiers had not left their barracks. A farmer, Jan Kost, told Reuters that men in green uniforms drove away his tractor.

The United Nations urged both sides to show restraint.`,
    allegations: [
      {
        about: 'crossed the border',
        accuser: 'Drevian state television|state television',
        accused: 'Ilmenian troops|Ilmenia',
        replies: [['denial', 'had not left their barracks']],
      },
    ],
    statements: [
      ['its soldiers had not left', 'deny', 'denial'],
      ['both sides to show restraint', 'demand', 'official-statement'],
    ],
  },
  {
    name: 'school: head and parents',
    open: [
      'locking pupils: no denial “No child had ever”',
      'missed: were left in the dark',
      'No child had ever: neutral',
      'No child had ever: official-statement',
    ],
    text: `Parents have accused a headteacher of locking pupils in a storeroom as punishment.

Four mothers told the Harbour Echo that children as young as six were left in the dark for up to an hour at Hill Road Primary.

The headteacher, Joan Mabey, said the room was a “quiet space” with a lamp and beanbags. No child had ever been locked in, she said.

The county said it was looking into the matter. A union official, Greg Tate, praised Mabey as “one of the finest heads in the county”.`,
    allegations: [
      {
        about: 'locking pupils',
        accuser: 'Parents',
        accused: 'Joan Mabey|a headteacher',
        replies: [
          ['denial|comment', 'quiet space'],
          ['denial', 'No child had ever'],
        ],
      },
      {
        about: 'were left in the dark',
        accuser: 'four mothers',
        accused: 'Joan Mabey|Hill Road Primary',
        replies: [
          ['denial|comment', 'quiet space'],
          ['denial', 'No child had ever'],
        ],
      },
    ],
    statements: [
      ['No child had ever', 'deny', 'denial'],
      ['one of the finest heads', 'praise', 'opinion'],
      ['it was looking into the matter', 'neutral', 'official-statement'],
    ],
  },
  {
    name: 'unrelated remark of the accused',
    text: `Belgravia accused Ostmark on Monday of sending spies to photograph its ports.

Two weeks earlier, at a trade fair in Lund, Ostmark’s economy minister, Karl Renn, said his country would buy more Belgravian timber. He praised the fair’s cheese.

Ostmark’s foreign ministry said on Tuesday that it had no knowledge of any such activity.`,
    allegations: [
      {
        about: 'sending spies',
        accuser: 'Belgravia',
        accused: 'Ostmark',
        replies: [['denial', 'no knowledge']],
      },
    ],
    statements: [['his country would buy more', 'neutral', 'official-statement']],
  },
  {
    name: 'cleared: charges dropped',
    text: `Charges against a nurse accused of stealing morphine were dropped on Friday.

Helen Strood, 37, had been accused by a colleague, Bill Mead, of taking 60 ampoules from Ward 9. The colleague withdrew his statement last week.

“I told the truth from the first day,” Strood said outside the court. The Crown said there was no longer a realistic prospect of conviction.`,
    allegations: [
      { about: 'stealing morphine', accuser: null, accused: 'Helen Strood|a nurse', status: 'cleared' },
      {
        about: 'taking 60 ampoules',
        accuser: 'Bill Mead',
        accused: 'Helen Strood',
        status: 'cleared',
        replies: [['denial|comment', 'I told the truth']],
      },
    ],
    statements: [['no longer a realistic prospect', 'neutral', 'official-statement']],
  },
  {
    name: 'rebels and a mined road',
    open: [
      'had mined the road: accused Falcon',
      'burned the market: accused -',
      'burned the market: no no-comment “did not respond”',
    ],
    text: `Eleven farm workers died when their lorry hit a mine near Belka on Sunday. The interior ministry claimed rebels had mined the road.

A rebel commander known as Falcon told a local radio station that his fighters had no mines. “Ask the army whose road it is,” he said.

Residents said soldiers had burned the market in Belka the night before. The army did not respond to questions.`,
    allegations: [
      {
        about: 'had mined the road',
        accuser: 'interior ministry',
        accused: 'rebels',
        replies: [['denial', 'his fighters had no mines']],
      },
      {
        about: 'burned the market',
        accuser: 'residents',
        accused: 'soldiers|army',
        replies: [['no-comment', 'did not respond']],
      },
    ],
    statements: [
      ['had mined the road', 'claim', 'unverified-allegation'],
      ['burned the market', 'allege', 'unverified-allegation'],
    ],
  },
  {
    name: 'former official and suspected leak',
    open: ['leaking the treaty draft: accuser two people familiar with the inquiry'],
    text: `Officials suspect a former adviser of leaking the treaty draft, two people familiar with the inquiry said.

The former adviser, Ruth Calder, who left the foreign ministry in May, said she had never seen the draft.

Former ambassador Leo Marsh said the leak was “a gift to our enemies”. The foreign ministry refused to comment.`,
    allegations: [
      {
        about: 'leaking the treaty draft',
        accuser: 'officials',
        accused: 'Ruth Calder',
        replies: [['denial', 'never seen the draft']],
      },
    ],
    statements: [
      ['a gift to our enemies', 'neutral|condemn', 'opinion'],
      ['she had never seen the draft', 'deny', 'denial'],
    ],
  },
  {
    name: 'agent and no-comment from a club',
    text: `Striker’s agent ‘demanded cash’

The agent of striker Luca Bento demanded £200,000 in cash to move his player to Harbury Town, the club’s former secretary, Wendy Nash, told the Sunday Post.

“It was to be in a sports bag,” Nash said.

The agent, Rico Salo, called her story “pure invention”. Bento is not accused of any wrongdoing. Harbury Town had no comment.`,
    allegations: [
      {
        about: 'demanded cash',
        accuser: null,
        accused: 'Rico Salo',
        replies: [['denial', 'pure invention']],
      },
      {
        about: 'demanded £200,000',
        accuser: 'Wendy Nash',
        accused: 'Rico Salo',
        replies: [['denial', 'pure invention']],
      },
    ],
    statements: [['pure invention', 'deny', 'denial']],
  },
];
