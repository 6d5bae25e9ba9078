/**
 * Invented short stories with what a careful reader says of each attribution, for the resolution of speakers: name, role,
 * affiliation and hearer. Marked as in the corpus; knows nothing of the engine.
 */

/** Name, role, affiliation, hearer; `-` for none, `?A|B` for candidates, `*` for whatever it is. */
export type Reading = string;

export interface Story {
  readonly title: string;
  readonly text: string;
  readonly readings: readonly Reading[];
}

export const STORIES: readonly Story[] = [
  {
    title: 'crown court, UK style',
    text: `Carer stole pensioner’s rings, jury told

A carer took three gold rings from a blind woman’s bedside table, Brackley Crown Court heard on Tuesday.

{s1 Helena Voss, prosecuting,} {c1 told} {r1 the jury} {t1 that Kerry Dunmore, 34, pawned them the same afternoon}. {t2 “She did not even change out of her uniform,”} {s2 Miss Voss} {c2 said}.

{s3 Dunmore} {c3 denies} {t3 theft}. {s4 Her barrister, Omar Siddall KC,} {c4 argued} {t4 that the rings were a gift}. {t5 “She was fond of her,”} {s5 he} {c5 said}.

{s6 The pensioner’s daughter, Moira Hale,} {c6 said} {t6 her mother had never given anything away}. {s7 Judge Alan Teague} {c7 told} {r7 jurors} {t7 to put sympathy aside}.`,
    readings: [
      'Helena Voss | prosecuting | - | jury',
      'Helena Voss | prosecuting | - | -',
      'Kerry Dunmore | * | -',
      'Omar Siddall | barrister | -',
      'Omar Siddall | barrister | -',
      'Moira Hale | daughter | -',
      'Alan Teague | Judge | - | jurors',
    ],
  },
  {
    title: 'police, US style',
    text: `PORT LORNE, Ohio (AP) — A bus driver was arrested Sunday after 40 passengers were left on a bridge, police said.

{t1 “He told us he was done,”} {c1 said} {s1 Tasha Greely, 29, of Elm Street}. {s2 She} {c2 said} {t2 the driver walked off with his lunch}.

{s3 Police Chief Rick Mondale} {c3 said} {t3 the man would be charged with endangerment}. {s4 A spokeswoman for Lorne Transit, Dee Hadley,} {c4 told} {r4 reporters} {t4 that the agency was “heartsick.”}

{s5 State Sen. Carla Whitt (D-Lorne)} {c5 demanded} {t5 an inquiry}. {s6 Whitt, who chairs the transport committee,} {c6 said} {t6 she had warned Hadley}. {s7 Hadley} {c7 declined} {t7 to comment on that}.`,
    readings: [
      'Tasha Greely | - | -',
      'Tasha Greely | - | -',
      'Rick Mondale | Police Chief | -',
      'Dee Hadley | spokeswoman | Lorne Transit | reporters',
      'Carla Whitt | State Sen. | D-Lorne',
      'Carla Whitt | * | D-Lorne',
      'Dee Hadley | spokeswoman | Lorne Transit',
    ],
  },
  {
    title: 'football, UK style',
    text: `Rovers 0 Calthorpe 3

{s1 The Rovers manager, Des Pickering,} {c1 admitted} {t1 that his side were “second best at everything except the kit”}.

{s2 Calthorpe striker Jamal Ode} {c2 said} {t2 he had never scored an easier hat-trick}. {t3 “I should give one back,”} {s3 he} {c3 joked}.

{s4 The Football Union} {c4 has asked} {r4 Rovers} {t4 to explain a flare thrown at the linesman}. {s5 The club} {c5 said} {t5 they were looking at film}.

{s6 Pickering’s assistant, Lou Marsh,} {c6 told} {r6 Radio Calder} {t6 that the flare came from outside}.`,
    readings: [
      'Des Pickering | manager | Rovers',
      'Jamal Ode | striker | Calthorpe',
      'Jamal Ode | striker | Calthorpe',
      'Football Union | - | - | Rovers',
      'Rovers',
      'Lou Marsh | assistant | * | Radio Calder',
    ],
  },
  {
    title: 'business, wire style',
    text: `Nov 4 (Reuters) - Shares of Tannick Foods fell 9% on Thursday after the soup maker cut its forecast.

{s1 Chief Executive Nora Lindgren} {c1 blamed} {t1 the price of glass}. {t2 “We cannot put soup in paper bags,”} {s2 she} {c2 told} {r2 analysts} on a call.

{s3 Tannick’s largest shareholder, Bexley Capital,} {c3 called} {t3 the cut “avoidable”}. {s4 It} {c4 wants} {t4 two seats on the board}. {s5 The company} {c5 said} {t5 it would reply in due course}.

{t6 “This is about pride,”} {c6 said} {s6 Femi Adeyo, an analyst at Larch Securities}. {s7 A person familiar with the matter} {c7 said} {t7 talks had failed in August}.`,
    readings: [
      'Nora Lindgren | Chief Executive | Tannick Foods',
      'Nora Lindgren | Chief Executive | Tannick Foods | analysts',
      'Bexley Capital',
      'Bexley Capital',
      'Tannick Foods',
      'Femi Adeyo | analyst | Larch Securities',
      'a person familiar with the matter',
    ],
  },
  {
    title: 'science',
    text: `Crabs that count

{s1 A study published on Monday in the journal Tidal Life} {c1 suggests} {t1 that shore crabs can tell three from four}.

{t2 “We did not believe it either,”} {c2 said} {s2 Dr Ama Frimpong, a marine biologist at the University of Kessel and the study’s lead author}. {s3 She and her colleagues} {c3 found} {t3 that crabs chose the larger pile of mussels}.

{s4 Pavel Horák, who studies insects at the Brenn Institute,} {c4 was not convinced} {t4 that they counted}. {t5 “They may smell it,”} {s5 he} {c5 said}.

{s6 The paper} {c6 concedes} {t6 that smell was not ruled out}. {s7 Frimpong} {c7 hopes} {t7 to try again with stones}.`,
    readings: [
      'a study',
      'Ama Frimpong | marine biologist | University of Kessel',
      '*',
      'Pavel Horák | * | Brenn Institute',
      'Pavel Horák',
      'a study',
      'Ama Frimpong | marine biologist | University of Kessel',
    ],
  },
  {
    title: 'politics, UK',
    text: `PM ‘knew about the boat’

{s1 The prime minister} {c1 knew} {t1 of the yacht in March}, {s2 a former aide} {c2 has claimed}.

{s3 Rupert Hollis, who was his private secretary for two years,} {c3 said} {t3 he had sent him a photograph of it}. {s4 Downing Street} {c4 denied} {t4 it}. {s5 No 10} {c5 later said} {t5 no such message had been found}.

{s6 The shadow chancellor, Anita Bose,} {c6 wrote to} {r6 the cabinet secretary} {t6 asking for the logs}. {s7 Lib Dem MP Glyn Parry} {c7 called} {t7 it “a very small boat for so large a lie”}.

{s8 Mr Hollis’s lawyer} {c8 said} {t8 he would not comment further}.`,
    readings: [
      '*',
      '*',
      'Rupert Hollis | * | *',
      'Downing Street',
      'Downing Street',
      'Anita Bose | shadow chancellor | * | cabinet secretary',
      'Glyn Parry | MP | Lib Dem',
      'Mr Hollis’s lawyer | lawyer | -',
    ],
  },
  {
    title: 'war, wire style',
    text: `KESTRA, Orlia (Reuters) - {s1 Orlian gunners} {c1 said} {t1 on Tuesday they had fired only at empty fields}, a day after shells struck a market in Marl.

{s2 Orlia’s defence ministry} {c2 denied} {t2 hitting civilians}. {s3 Its spokesman, Colonel Juri Ant,} {c3 told} {r3 Reuters} {t3 that the army “does not shell markets”}.

{s4 Red Crescent} {c4 said} {t4 it had treated 40 people}. {t5 “They were buying onions,”} {c5 said} {s5 Samira Noor, a nurse with the aid group}.

{s6 Orlian Foreign Minister Lena Maas} {c6 accused} {t6 the rebels of hiding guns in the market}. {s7 The rebels} {c7 rejected} {t7 that}. {s8 Amnesty} {c8 urged} {r8 both sides} {t8 to let ambulances through}.`,
    readings: [
      'Orlian gunners',
      'Orlia’s defence ministry',
      'Juri Ant | spokesman | Orlia’s defence ministry | Reuters',
      'Red Crescent',
      'Samira Noor | nurse | *',
      'Lena Maas | Foreign Minister | Orlia',
      'rebels',
      'Amnesty',
    ],
  },
  {
    title: 'local council',
    text: `Bins row spills over

{s1 The leader of Tarn Bridge council} {c1 has rejected} {t1 claims that it bought the wrong bins}.

{s2 Councillor Piers Holloway, who leads the Labour-run authority,} {c2 said} {t2 the bins were “perfectly good bins”}. {s3 He} {c3 told} {r3 the scrutiny committee} {t3 that only the lids were wrong}.

{s4 Conservative councillor Jane Pettifer} {c4 asked} {r4 him} {t4 who had measured them}. {s5 The council’s director of environment, Sunil Rao,} {c5 said} {t5 he had}.

{t6 “I have to open mine with a spoon,”} {c6 said} {s6 Mary Dunn, of Quay Street}. {s7 Bill Offord, a baker in Port Ansel,} {c7 said} {t7 foxes liked them}.`,
    readings: [
      'Piers Holloway | * | *',
      'Piers Holloway | * | *',
      'Piers Holloway | * | * | scrutiny committee',
      'Jane Pettifer | councillor | Conservative | Piers Holloway',
      'Sunil Rao | director of environment | *council',
      'Mary Dunn | - | -',
      'Bill Offord | baker | -',
    ],
  },
  {
    title: 'obituary',
    text: `Dorothea Kay, who mended clocks, dies at 91

Dorothea Kay never owned a watch. {t1 “I can hear what time it is,”} {s1 she} {c1 used to say}.

She was born over her father’s shop in Limb, where, {s2 her brother Wilf} {c2 recalled}, {t2 she took the wireless apart at four}. {s3 He} {c3 said} {t3 it worked better afterwards}.

{s4 Her husband, Tom Kay,} {c4 proposed} {t4 eleven times}, {s5 she} {c5 told} {r5 this newspaper} {t5 in 1988}. They had one daughter, Ruth. {t6 “She was late for everything,”} {s6 Ruth} {c6 says}.`,
    readings: [
      'Dorothea Kay',
      'Wilf | brother | -',
      'Wilf | brother | -',
      'Tom Kay | husband | -',
      'Dorothea Kay | * | * | *',
      'Ruth',
    ],
  },
  {
    title: 'India',
    text: `NASHIK: {s1 The district collector, Meenal Deshpande,} {c1 has ordered} {t1 a probe into the collapse of a school roof}.

{s2 Education officer Ravindra Pawar} {c2 told} {r2 The Deccan Post} {t2 that the building was certified in June}. {s3 He} {c3 blamed} {t3 the contractor, Shree Buildcon}.

{s4 Shree Buildcon} {c4 did not respond} {t4 to calls}. {s5 BJP MLA Kishor Patil} {c5 alleged} {t5 that the contractor had paid for the certificate}. {s6 The Congress’s Nilima Sathe} {c6 said} {t6 the MLA had opened the building himself}.

{s7 Sunita Gaikwad, whose son was hurt,} {c7 wept} {t7 for joy}. She has filed a complaint. {s8 It} {c8 accuses} {t8 the firm of negligence}. {s9 The sarpanch, Dagdu Mali,} {c9 said} {t9 villagers had warned them}.`,
    readings: [
      'Meenal Deshpande | district collector | -',
      'Ravindra Pawar | Education officer | - | Deccan Post',
      'Ravindra Pawar',
      'Shree Buildcon',
      'Kishor Patil | MLA | BJP',
      'Nilima Sathe | - | Congress',
      'Sunita Gaikwad | - | -',
      'a complaint',
      'Dagdu Mali | sarpanch | -',
    ],
  },
  {
    title: 'West Africa',
    text: `By Kwabena Ofori

ACCRA — {s1 The Ashanti regional minister, Yaa Serwaa Boadu,} {c1 says} {t1 the new market will open before Easter}.

{s2 Traders} {c2 doubt} {t2 it}. {t3 “We have been before Easter five times,”} {c3 said} {s3 Comfort Asante, queen mother of the tomato sellers}. {s4 She} {c4 asked} {r4 the minister} {t4 to come and sit in the rain}.

{s5 Nana Kofi Dapaah II, chief of Bantama,} {c5 appealed to} {r5 the traders} {t5 to be patient}. {s6 The contractor, Zongo Works Ltd,} {c6 said} {t6 the roof was at sea}.`,
    readings: [
      'Yaa Serwaa Boadu | regional minister | *',
      'traders',
      'Comfort Asante | queen mother | *',
      'Comfort Asante | * | * | Yaa Serwaa Boadu',
      'Nana Kofi Dapaah | chief | *',
      'Zongo Works Ltd',
    ],
  },
  {
    title: 'two unnamed spokesmen',
    text: `WASHINGTON — {s1 A Pentagon spokesman} {c1 said} {t1 the crate held boots}. {s2 The mayor’s spokesman} {c2 declined} {t2 to say why it ticked}.

{s3 The Pentagon spokesman} {c3 said} {t3 boots do not tick}. {s4 A spokesman for the airline} {c4 told} {r4 CNN} {t4 that it was a toy}.`,
    readings: [
      'a Pentagon spokesman | spokesman | Pentagon',
      'mayor’s spokesman | spokesman | *',
      'a Pentagon spokesman | spokesman | Pentagon',
      'a spokesman for the airline | spokesman | airline | CNN',
    ],
  },
  {
    title: 'family group',
    text: `The oak stays

Tom and Jean Morley planted it in 1989. {s1 The Morleys} {c1 say} {t1 their neighbour poisoned it with diesel}.

{t2 “It is nonsense,”} {s2 Colin Pratt} {c2 told} {r2 the Echo}. {s3 Mr Pratt, 61,} {c3 said} {t3 he did not own any diesel}.

{s4 Jean Morley} {c4 said} {t4 she had kept the can}. {s5 Her husband} {c5 said} {t5 nothing}.`,
    readings: [
      'Tom and Jean Morley',
      'Colin Pratt | - | - | Echo',
      'Colin Pratt',
      'Jean Morley | - | -',
      '*',
    ],
  },
  {
    title: 'a letter to the editor',
    text: `To the editor:

I was sorry to read that the library will close. {s1 The council} {c1 claims} {t1 that nobody uses it}. {s2 I} {c2 think} {t2 they should come on a wet Saturday}.

{s3 My son} {c3 asked} {r3 me} {t3 where the books would go}.

Margaret Flynn
Ardoyle`,
    readings: ['council', 'Margaret Flynn', '* | son | -', 'Margaret Flynn'].slice(0, 3),
  },
  {
    title: 'an opinion piece',
    text: `Why I will not vote

By Owusu Mensah

{s1 I} {c1 believe} {t1 that our leaders have failed us}. Last week {s2 the finance minister, Grace Tetteh,} {c2 told} {r2 me} {t2 that there was no money for schools}. {s3 I} {c3 asked} {r3 her} {t3 what the cars were for}. {s4 She} {c4 said} {t4 they were old cars}.`,
    readings: [
      'Owusu Mensah',
      'Grace Tetteh | finance minister | - | Owusu Mensah',
      'Owusu Mensah | - | - | Grace Tetteh',
      'Grace Tetteh',
    ],
  },
  {
    title: 'same surname, no guess; titles and kin tell',
    text: `Alex Barton and Robin Barton run rival shops in Limb. {s1 Barton} {c1 said} {t1 trade was poor}.

Mr Keith Harrow and his sister, Lyn Harrow, run the third. {s2 Ms Harrow} {c2 said} {t2 trade was good}. {s3 Mr Harrow} {c3 disagreed} {t3 with that}.`,
    readings: ['?Alex Barton|Robin Barton', 'Lyn Harrow | sister | -', 'Keith Harrow'],
  },
  {
    title: 'pronouns by title and noun, none by first name',
    text: `Mr Sam Okoro and the actress Lee Vane arrived together. {s1 She} {c1 said} {t1 the film was long}. {s2 He} {c2 said} {t2 it was short}.

Kim Dara met Jo Pell at noon. {s3 He} {c3 wanted} {t3 the money}.`,
    readings: ['Lee Vane | actress | -', 'Sam Okoro', '?Jo Pell|Kim Dara'],
  },
  {
    title: 'chains of he added, and a second speaker',
    text: `{t1 “It was raining frogs,”} {s1 Inspector Dale Moody} {c1 said}. {t2 “Small ones,”} {s2 he} {c2 added}.

{s3 Rosa Lund, a motorist,} {c3 said} {t3 they had come in at the window}. {s4 She} {c4 described} {t4 the noise as soft}, {c5 adding} {t5 that she had kept one}. {s6 Moody} {c6 asked} {r6 her} {t6 to give it back}.`,
    readings: [
      'Dale Moody | Inspector | -',
      'Dale Moody',
      'Rosa Lund | motorist | -',
      'Rosa Lund',
      'Rosa Lund',
      'Dale Moody | Inspector | - | Rosa Lund',
    ],
  },
  {
    title: 'joint speakers and both',
    text: `{s1 Edda Nkosi and Paul Ferris, the owners of the Blue Kettle,} {c1 said} {t1 they would fight the order}. {s2 Both} {c2 denied} {t2 that the kitchen was dirty}.

{s3 Neither Nkosi nor Ferris} {c3 would say} {t3 who had cleaned it}. {s4 The owners} {c4 said} {t4 they had a cat}.`,
    readings: ['Edda Nkosi and Paul Ferris', 'Edda Nkosi and Paul Ferris', '*', 'Edda Nkosi and Paul Ferris'],
  },
  {
    title: 'possessive sources',
    text: `Mira Kell was arrested on Friday. {s1 Her lawyer, Dov Aronson,} {c1 said} {t1 she would plead not guilty}. {s2 Her mother} {c2 said} {t2 she was at home}. {s3 Kell’s employer, Stanmore Glass,} {c3 said} {t3 it had suspended her}. {s4 Its head of personnel, Una Birch,} {c4 called} {t4 the charge grave}. {s5 Kell’s} {c5 claim} {t5 that she had a key} was false.`,
    readings: [
      'Dov Aronson | lawyer | -',
      'Mira Kell’s mother | mother | -',
      'Stanmore Glass',
      'Una Birch | head of personnel | Stanmore Glass',
      'Mira Kell',
    ],
  },
  {
    title: 'roles of bodies',
    text: `{s1 The ruling party, National Dawn,} {c1 said} {t1 the count was clean}. {s2 The human-rights group Open Cells} {c2 said} {t2 it was not}. {s3 Nordvik Power, the plant’s operator,} {c3 said} {t3 its staff had voted}. {s4 The state news agency Tolpress} {c4 reported} {t4 a turnout of 104 percent}.`,
    readings: [
      'National Dawn | ruling party | -',
      'Open Cells | human-rights group | -',
      'Nordvik Power | operator | -',
      'Tolpress | state news agency | -',
    ],
  },
  {
    title: 'affiliations by many ways',
    text: `{s1 The union’s secretary, Hal Brody,} {c1 said} {t1 so}. {s2 Nell Achterman of Harbour Watch} {c2 agreed} {t2 with him}. {s3 Ravi Anand, who heads the Port Safety Board,} {c3 did not deny} {t3 it}. {s4 Rep. Joe Castle (R-Tex.)} {c4 doubted} {t4 it}. {s5 Orlian foreign minister Ana Reza} {c5 said} {t5 nothing}. {s6 A man in a fleece} {c6 shouted} {t6 that he was cold}. {s7 Josip Tarr, deputy head of the Kessel police,} {c7 asked} {r7 him} {t7 to leave}. {s8 Iris Bloom, a former nurse from Kessel,} {c8 wept} {t8 for joy}. Orlia had won.`,
    readings: [
      'Hal Brody | secretary | union',
      'Nell Achterman | - | Harbour Watch',
      'Ravi Anand | * | Port Safety Board',
      'Joe Castle | Rep. | R-Tex.',
      'Ana Reza | foreign minister | Orlia',
      'a man in a fleece | - | -',
      'Josip Tarr | deputy head | Kessel police | *',
      'Iris Bloom | former nurse | -',
    ],
  },
  {
    title: 'hearers',
    text: `{s1 Ines Kolb} {c1 told} {r1 the committee} {t1 that she was late}. {s2 Chairman Ben Oduya} {c2 asked} {r2 her} {t2 why}. {s3 Kolb} {c3 promised} {r3 him} {t3 a written answer}. {s4 She} {c4 said in a letter to} {r4 the regulator} {t4 that the boat had sunk}. {s5 The regulator} {c5 advised} {r5 passengers} {t5 to swim}. {s6 Oduya} {c6 complained to} {r6 the minister} {t6 about that}. {s7 Kolb} {c7 promised} {t7 repairs to the boat}.`,
    readings: [
      'Ines Kolb | * | * | committee',
      'Ben Oduya | Chairman | * | Ines Kolb',
      'Ines Kolb | * | * | Ben Oduya',
      'Ines Kolb | * | * | regulator',
      'regulator | * | * | passengers',
      'Ben Oduya | * | * | minister',
      'Ines Kolb | * | * | -',
    ],
  },
  {
    title: 'health',
    text: `Nurses to strike over parking

{s1 Nurses at St Agnes Hospital} {c1 voted to} {t1 strike}, {s2 their union} {c2 announced} on Monday.

{t3 “We pay to come to work,”} {c3 said} {s3 Gita Mehta, a ward sister}. {s4 The hospital’s chief executive, Dr Noel Farr,} {c4 said} {t4 there were “no more spaces to give”}. {s5 He} {c5 urged} {r5 staff} {t5 to take the bus}.

{s6 Health Secretary Ida Croft} {c6 declined} {t6 to intervene}. {s7 A spokesperson for the Department of Health} {c7 said} {t7 parking was a local matter}.`,
    readings: [
      'nurses at St Agnes Hospital',
      '*',
      'Gita Mehta | ward sister | -',
      'Noel Farr | chief executive | *',
      'Noel Farr | chief executive | * | staff',
      'Ida Croft | Health Secretary | -',
      'a spokesperson for the Department of Health | spokesperson | Department of Health',
    ],
  },
  {
    title: 'US politics',
    text: `MADRONE, Ore. — Gov. Lyle Trask vetoed the ferry bill on Thursday, and {s1 Republicans} {c1 vowed} {t1 to override him}.

{t2 “He has never been seasick in his life,”} {c2 said} {s2 House Speaker Wanda Kern, a Republican from Astor}. {s3 Trask, a Democrat,} {c3 said} {t3 the boat would cost $90 million}. {s4 The governor} {c4 told} {r4 lawmakers} {t4 to buy a bridge}.

{s5 Former state treasurer Phil Oakes} {c5 called} {t5 the veto prudent}. {s6 Mayor Nan Ruud of Heron Island} {c6 wept} {t6 at the news}. {s7 Sen. Kay Nord, D-Minn.,} {c7 offered} {t7 a barge}.`,
    readings: [
      'Republicans',
      'Wanda Kern | House Speaker | Republican',
      'Lyle Trask | * | Democrat',
      'Lyle Trask | * | Democrat | lawmakers',
      'Phil Oakes | Former state treasurer | -',
      'Nan Ruud | Mayor | *',
      'Kay Nord | Sen. | D-Minn.',
    ],
  },
  {
    title: 'documents and findings',
    text: `{s1 The indictment} {c1 says} {t1 he took the lamps}. {s2 It} {c2 describes} {t2 a barn full of them}. {s3 An audit by the state comptroller} {c3 found} {t3 that 40 were missing}. {s4 The report, released Monday by Belcaster University,} {c4 faults} {t4 the lab}. {s5 It} {c5 recommends} {t5 a lock}.

{s6 Lawyers for the farmer} {c6 said} {t6 the report was wrong}.`,
    readings: ['indictment', 'indictment', '*audit*', '*', '*', 'lawyers for the farmer | * | -'],
  },
  {
    title: 'anonymous sources',
    text: `{s1 Two officials, who asked not to be named,} {c1 said} {t1 the deal was dead}. {s2 One of the officials} {c2 called} {t2 it “deader than Latin”}. {s3 A diplomat briefed on the talks} {c3 said} {t3 it could revive}. {s4 The diplomat} {c4 added} {t4 that Latin had}. {s5 The officials} {c5 would not say} {t5 when}.`,
    readings: [
      'two officials',
      '*official*',
      'a diplomat briefed on the talks',
      'a diplomat briefed on the talks',
      'two officials',
    ],
  },
  {
    title: 'broadcast',
    text: `PRESENTER: The sheep are gone. {s1 Bethan Rook} {c1 says} {t1 she counted twice}.

{s2 ROOK}{c2 :} {t2 There were ninety on Sunday.}

{s3 PRESENTER}{c3 :} {t3 And the police?}

{s4 ROOK}{c4 :} {t4 They gave me a number.}

PRESENTER: PC Alan Crewe is the rural crime officer for the Marches.

{s5 CREWE}{c5 :} {t5 We take sheep seriously.}`,
    readings: [
      'Bethan Rook',
      'Bethan Rook',
      'PRESENTER',
      'Bethan Rook',
      'Alan Crewe | rural crime officer* | *',
    ],
  },
  {
    title: 'culture',
    text: `The bell tolls for nobody

{s1 Canon Basil Thrupp, who speaks for the diocese,} {c1 says} {t1 the bell is church property}. {s2 The town clerk, Judith Amos,} {c2 says} {t2 it was lent}.

{s3 Sir Crispin Vole, the historian,} {c3 doubts} {t3 both}. {s4 He} {c4 told} {r4 the canon} {t4 that bells belong to those who ring them}. {s5 The canon} {c5 replied} {t5 that he had a key}.

{t6 “It is only a bell,”} {c6 said} {s6 the novelist Ursula Pym, whose book about it comes out in May}. {s7 Ms Pym} {c7 wants} {t7 it rung on publication day}.`,
    readings: [
      'Basil Thrupp | * | diocese',
      'Judith Amos | town clerk | *',
      'Crispin Vole | historian | -',
      'Crispin Vole | historian | - | Basil Thrupp',
      'Basil Thrupp',
      'Ursula Pym | novelist | -',
      'Ursula Pym',
    ],
  },
  {
    title: 'whose clause it is after a comma',
    text: `Nick Farrow wrote at noon. In his letter to the prime minister, {s1 Mr Farrow} {c1 expressed} {t1 regret}.

Rita Kowal and her neighbour, Barb Novak, take turns on the porch. {s2 She} {c2 said} {t2 it was cold}.

Lord Ambrose of Tidewell owns the pier. {s3 Lord Ambrose} {c3 said} {t3 it was for sale}. {s4 The club’s coach} {c4 said} {t4 he would buy it}. {s5 Sen. Kay Nord, D-Minn.,} {c5 laughed} {t5 at him}.`,
    readings: [
      'Nick Farrow | - | -',
      '?Rita Kowal|Barb Novak',
      'Lord Ambrose of Tidewell | * | -',
      'club’s coach | coach | *',
      'Kay Nord | Sen. | D-Minn.',
    ],
  },
  {
    title: 'widows, watchdogs, guards and banks',
    text: `Piotr Wojda fell from a crane on Monday. {s1 His widow, Agnieszka,} {c1 said} {t1 he was careful}. {s2 Mrs Wojda} {c2 said} {t2 so twice}.

The Health and Safety Executive sent two inspectors to Harlow Chemicals. {s3 The watchdog} {c3 confirmed} {t3 that it was investigating}. {s4 Harlow’s chairman, Tom Banks,} {c4 declined} {t4 to comment}. {s5 Banks} {c5 told} {r5 supporters} {t5 he was sorry}.

{s6 The Kestrian coast guard} {c6 said} {t6 its deck was wet}. {s7 Coast guard spokesperson Commodore Liza Ramos} {c7 denied} {t7 that}. {s8 Police Scotland} {c8 said} {t8 nothing}.

{s9 The chamber of commerce} {c9 said} {t9 bread was short}. {s10 Its president, Hella Storm,} {c10 appealed for} {t10 calm}.`,
    readings: [
      'Agnieszka Wojda | widow | -',
      'Agnieszka Wojda | widow | -',
      'Health and Safety Executive',
      'Tom Banks | chairman | Harlow*',
      'Tom Banks | chairman | Harlow* | supporters',
      'Kestrian coast guard',
      'Liza Ramos | spokesperson | Coast guard',
      'Police Scotland',
      'chamber of commerce',
      'Hella Storm | president | chamber of commerce',
    ],
  },
  {
    title: 'the headteacher of the first paragraph',
    text: `A headteacher who left two pupils at a motorway service station has been cleared of misconduct.

{s1 Marianne Oyelowo, 48, of Thaxby Primary School,} {c1 told} {r1 the Teaching Tribunal} {t1 she had counted 31 heads twice}. {s2 The tribunal’s chair, Ged Farrow,} {c2 said} {t2 she had acted promptly}. {s3 The boy’s mother} {c3 told} {r3 the Thaxby Mail} {t3 he would not eat in the car}. {s4 Essex County Council, which runs the school,} {c4 said} {t4 lessons had been learned}.`,
    readings: [
      'Marianne Oyelowo | headteacher | Thaxby Primary School | Teaching Tribunal',
      'Ged Farrow | chair | Teaching Tribunal',
      'boy’s mother | mother | - | Thaxby Mail',
      'Essex County Council',
    ],
  },
  {
    title: 'a letter with the name above the town',
    text: `Dear Sir,

Your report on the swans was unfair. My wife feeds them, and they have never hurt her. {s1 She} {c1 believes} {t1 they know her voice}.

{s2 I} {c2 suggest} {t2 the council look at the dogs instead}.

Yours faithfully,
Bernard Whitlow
Upper Marsh`,
    readings: ['*wife | wife | -', 'Bernard Whitlow | - | -'],
  },
  {
    title: 'war and sport, roles without an employer',
    text: `TRIPOLIS, Ardoun (AFP) - {s1 Rebel commanders} {c1 rejected} {t1 a ceasefire proposed by the United Nations}. {s2 Rebel spokesman Yusuf Daran} {c2 told} {r2 AFP} {t2 that goats had died}. {s3 The UN envoy, Henrik Falk,} {c3 urged} {r3 both sides} {t3 to talk}. {s4 The army’s chief, General Oum Sarr,} {c4 said} {t4 so too}.

{s5 Former spinner Harbhajan Kohli, who took 300 wickets,} {c5 wrote} {t5 that the captain was hiding}. {s6 The captain’s predecessor, Ajay Nair,} {c6 felt} {t6 for him}. {s7 American naturalist Lester Vail} {c7 agreed} {t7 with neither}. {s8 Ashgill’s MP, Stewart Lomond,} {c8 tweeted} {t8 a duck}.`,
    readings: [
      'rebel commanders',
      'Yusuf Daran | Rebel spokesman | - | AFP',
      'Henrik Falk | envoy | UN',
      'Oum Sarr | chief | army',
      'Harbhajan Kohli | Former spinner | -',
      'Ajay Nair | predecessor | -',
      'Lester Vail | * | -',
      'Stewart Lomond | MP | -',
    ],
  },
  {
    title: 'a boy is no QC',
    text: `Teenager admits arson at school

{s1 A 17-year-old boy} {c1 has pleaded} {t1 guilty to setting fire to Redmoor High School}. {s2 The boy, who cannot be named,} {c2 admitted} {t2 assaulting a caretaker}. {s3 A second teenager, Kyle Denholm, 19,} {c3 denies} {t3 conspiracy}.

Prosecuting, {s4 Helen Garrick QC} {c4 told} {r4 Redmoor Crown Court} {t4 that the pair had planned it}. {t5 “This was no prank,”} {s5 she} {c5 said}. {s6 Judge Frances Peel} {c6 told} {r6 the boy} {t6 that nobody died}.`,
    readings: [
      '17-year-old boy',
      '17-year-old boy',
      'Kyle Denholm',
      'Helen Garrick | prosecuting | - | Redmoor Crown Court',
      'Helen Garrick',
      'Frances Peel | Judge | - | 17-year-old boy',
    ],
  },
  {
    title: 'sons and dogs are not he',
    text: `Harold Pym, 70, has farmed at Nettle End since 1978. His sons, Joe and Martin, help him. {s1 He} {c1 said} {t1 he would stay}.

A police officer has told a panel that his dog ate the evidence. {s2 PC Wayne Turtle, 28,} {c2 said} {t2 he took the bag home}. {s3 Inspector Gail Moss} {c3 asked} {r3 PC Turtle} {t3 what breed it was}. {s4 He} {c4 replied} {t4 that it was a Labrador}. {s5 A spokesman for the force, Orrin Police,} {c5 declined} {t5 to comment}. {s6 Moss and her colleagues} {c6 wrote} {t6 a report}.`,
    readings: [
      'Harold Pym',
      'Wayne Turtle | * | *',
      'Gail Moss | Inspector | * | Wayne Turtle',
      'Wayne Turtle',
      'spokesman for the force | spokesman | Orrin Police',
      'Gail Moss and her colleagues',
    ],
  },
  {
    title: 'one party under two names',
    text: `The city’s tram operator stopped all services on Friday after a brake failed on a hill.

{s1 Rail Kessel} {c1 said} {t1 the fault was found at dawn}. {s2 Its engineer, Pia Holm,} {c2 said} {t2 nobody was hurt}. {s3 The operator} {c3 denied} {t3 that it had cut corners}. {s4 Finance director Olu Bado} {c4 said} {t4 money was short}.

{s5 The inquiry’s chair, former judge Ada Quill,} {c5 said} {t5 it would be thorough}. {s6 The chair} {c6 asked} {r6 Mr Bado} {t6 for the books}.`,
    readings: [
      'Rail Kessel',
      'Pia Holm | engineer | Rail Kessel',
      'Rail Kessel',
      'Olu Bado | Finance director | Rail Kessel',
      'Ada Quill | former judge | *',
      'Ada Quill | * | * | Olu Bado',
    ],
  },
  {
    title: 'the minister named after the office, and the other way round',
    text: `Nick Farrow did not survive lunch. {s1 The business secretary} {c1 resigned} {t1 over a biscuit}, and {s2 he} {c2 said} {t2 he was sorry}.

{s3 The manufacturer, Lionel Crabbe,} {c3 says} {t3 he never asked for anything}. {s4 Mr Farrow’s special adviser, Posy Lark,} {c4 blamed} {t4 the printer}. {s5 Ms Lark} {c5 said} {t5 she typed what she was told}.`,
    readings: [
      'Nick Farrow | business secretary | -',
      'Nick Farrow',
      'Lionel Crabbe | manufacturer | -',
      'Posy Lark | special adviser | -',
      'Posy Lark',
    ],
  },
];
