/** What a member of a committee works with: the committee, and each candidate with the scores of everybody. */
export const WORKING = `query Working($id: ID!) { selectionProcedure(id: $id) { status steps { kind status } rankingVersion
  committee { members { name you present declared } size { now } quorum { needed } parity { nl fr } conflicts { kind }
    declarations { kind covers } hearingDays { heldOn present { id } } }
  scoreSheet { competences lowest highest }
  candidacies(first: 50) { edges { node { id status submittedAt step { kind } group groupReasons place placeReasons
    concludedAt averageScore outcomes { result reasons step { kind } } hearings { heldOn present { name } }
    conflicts { kind barring } scoresIn { member in } scores { member own average remarks scores { competence score } }
    application { candidate { familyName } documents { fileName } } } } } } }`;

/** All about one's own application. */
export const PROGRESS = `query Progress { me { applications { id progress { status final version step { kind }
  outcomes { result reasons step { kind } } deadlines { code lastDay } notifications { about } requests { kind }
  hearings { heldOn } booking { status } sessions { id } decision { chosen } group place
  assessmentStanding { status } procedure { status steps { kind status } counts { candidates } } } } } }`;

/** What anyone may know. */
export const PUBLISHED = `query Published($id: ID!) { selectionProcedure(id: $id) { status ending finalFrom
  steps { kind status } counts { candidates admitted suitable steps { passed } } result { suitable unsuitable }
  appointee { name } regime { code rules { name value } } trailHead { hash } vacancy { title { nl } } } }`;

/** What the institution runs a selection with. */
export const RUNNING = `query Running($id: ID!) { selectionProcedure(id: $id) { version sessions { id } trailHead { entries }
  counts { candidates admitted } candidacies(first: 50) { edges { node { id version status step { kind }
    bookings { status } assessmentAttempts { testDay } assessmentStanding { status } functionHeld { level }
    notifications { about } deadlines { code } requests { kind } outcomes { result decidedBy } scores { average } } } } } }`;
