/** Invented articles for the tests of the server. */

/** A council story: named speakers, a pronoun, an agency, an accusation and its denial. */
export const COUNCIL = `Mayor denies misusing flood relief funds

NORTHPORT (Reuters) - “We will rebuild every house,” said Maria Novak, the mayor of Northport.

She told reporters on Tuesday that the first loans would be paid in May.

Opposition councillor Piet Hartmann accused Novak of diverting relief money to a road project. “The books do not add up,” Hartmann said.

Novak denied the accusation. “That is a lie,” she said.

“Nobody has asked us,” said Ruth Adeyemi, who runs a bakery on the quay. “We read it in the paper.”
`;

/** A draft with faults that rules must find. */
export const DRAFT = `Ferry plan in doubt

Sources say the ferry will be sold by Friday.

“The boat is old and the crew is tired, said Ilse Brandt, the harbour master.

The plan was allegedly approved by an alleged committee, it was claimed.
`;

/** Plain text that is no news. */
export const REQUIREMENTS = `numpy==1.26.4
pandas>=2.1,<3
requests==2.31.0
# pinned because of a bug
flask==3.0.2
`;
