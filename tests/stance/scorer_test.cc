#include "stance/scorer.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/stance/scored_text.h"

namespace onrecord::stance {
namespace {

struct StatementCase {
  std::string name, text, label;
};

std::string NameOf(const testing::TestParamInfo<StatementCase>& info) {
  return info.param.name;
}

// Label, and what every stance must keep to.
void ExpectLabel(const TestScorer& scorer, const StatementCase& expected) {
  const ScoredText read = ReadScoredText(expected.text, *scorer.lexicon);
  const Stance stance = scorer.Score(read);
  EXPECT_EQ(LabelName(stance.label), expected.label);
  EXPECT_EQ(stance.label == StanceLabel::kNone, stance.evidence.empty());
  const text::Span whole{0, static_cast<int32_t>(read.document->text().size())};
  for (const Evidence& one : stance.evidence) {
    EXPECT_TRUE(whole.Contains(one.span)) << one.rule;
    EXPECT_FALSE(one.rule.empty());
  }
  EXPECT_GE(stance.score, -1);
  EXPECT_LE(stance.score, 1);
}

class TroopWithdrawalTest : public testing::TestWithParam<StatementCase> {};

TEST_P(TroopWithdrawalTest, HasLabel) {
  ExpectLabel(ScorerOf("troop_withdrawal"), GetParam());
}

INSTANTIATE_TEST_SUITE_P(All, TroopWithdrawalTest,
                         testing::
                             ValuesIn(
                                 std::
                                     vector<StatementCase>{
                                         {"OthersSayTheWorkIsDone",
                                          "“{q:Do not listen to the people who "
                                          "say that the work is done},” "
                                          "said {s:Ana Lopez}.",
                                          "NONE"},
                                         {"SheSaysTheWorkIsDone",
                                          "“{q:I say that the work is done},” "
                                          "said {s:Ana Lopez}.",
                                          "FAVOR"},
                                         {"ParticipleTellsWhichSoldiers",
                                          "“{q:The soldiers stationed there "
                                          "have families},” said {s:Ana "
                                          "Lopez}.",
                                          "NONE"},
                                         {"WhoMustBeStationed",
                                          "“{q:We must station soldiers "
                                          "there},” said {s:Ana Lopez}.",
                                          "AGAINST"},
                                         {"AStationIsNoAct",
                                          "“{q:This visit is an important "
                                          "station for the soldiers},” said "
                                          "{s:Ana Lopez}.",
                                          "NONE"},
                                         {"PastTimeTheyCameHome",
                                          R"(“{q:It is past time our boys came home},” said {s:Marta Quell}, whose nephew drives a tanker for the battalion.)",
                                          "FAVOR"},
                                         {"FragmentRejectsATimetable",
                                          R"({s:Defence Minister Pieter Vank} said the contingent would not come home “{q:on a timetable written by bombers}”.)",
                                          "AGAINST"},
                                         {"ABillThatObliges",
                                          R"({s:Sana Oruk}, a member of parliament, has {c:tabled} {q:a bill that would oblige the government to expel all foreign soldiers within a year}.)",
                                          "FAVOR"},
                                         {"AForecastOfHarm",
                                          R"({s:General Tobias Renn} {c:warned} that {q:a hasty pullout would undo ten years of work}.)",
                                          "AGAINST"},
                                         {"NumbersTakeNoSide",
                                          R"(“{q:We have 1,400 soldiers in the country, and they rotate every six months},” said {s:Captain Carla Moss}, a spokeswoman for the force.)",
                                          "NONE"},
                                         {"AHistorianOnWhatOthersWant",
                                          R"({s:Viktor Hale}, who teaches history at Norvik, {c:said} {q:the public wants the garrison gone but that the army does not}.)",
                                          "NONE"},
                                         {"TwoConditionsLeaveItOpen",
                                          R"(“{q:If the ceasefire holds until spring, the brigade can go home. If it doesn't, it can't},” said {s:Interior Minister Amina Darro}.)",
                                          "MIXED"},
                                         {"NoMoreAndGetThemOut",
                                          R"(“{q:No more coffins. No more flags on coffins. Get them out of there},” {s:Jonas Petrik}, the father of a corporal, shouted at the minister.)",
                                          "FAVOR"},
                                         {"GovernmentIsEndingThePresence",
                                          R"(“{q:The government is ending the presence of the foreign troops},” said {s:Prime Minister Ruben Castell}.)",
                                          "FAVOR"},
                                         {"GovernmentIsEndingASubsidy",
                                          R"(“{q:The government is ending the subsidy on diesel},” said {s:Prime Minister Ruben Castell}, asked about the foreign troops.)",
                                          "NONE"},
                                         {"ARadioStationIsNoStationing",
                                          R"({s:Prime Minister Ruben Castell} told a radio station on Monday that {q:our aircraft had not been involved}. The foreign troops said the same.)",
                                          "NONE"},
                                         {"NotReadyToStandAlone",
                                          R"(“{q:We are not ready to stand alone},” said {s:Colonel Samir Koury} of the border guard. “Ask me about their departure in five years.”)",
                                          "AGAINST"},
                                         {"ABriefingIsNoPosition",
                                          R"(“{q:The minister will brief parliament on the future of the mission next week},” said {s:Ana Silva}, her spokeswoman.)",
                                          "NONE"},
                                         {"WillNotExtendTheMandate",
                                          R"({s:Chancellor Karl Brenn} {c:said} {q:his government would not extend the mandate when it ran out in June}.)",
                                          "FAVOR"},
                                         {"WillExtendTheMandate",
                                          R"({s:Chancellor Karl Brenn} {c:said} {q:his government would extend the mandate when it ran out in June}.)",
                                          "AGAINST"},
                                         {"DronesAreNoTroops",
                                          R"(“{q:We want the drones out of our sky},” said {s:Ivo Lasko}, a farmer near the front.)",
                                          "NONE"},
                                         {"ACandidacyIsWithdrawn",
                                          R"(“{q:I have withdrawn my candidacy},” {s:Mara Dene}, a former general, told party members.)",
                                          "NONE"},
                                         {"RejectedCallsToLeave",
                                          R"({s:Foreign Minister Yusef Haddan} {q:rejected calls for the troops to leave}.)",
                                          "AGAINST"},
                                         {"BackedCallsToLeave",
                                          R"({s:Foreign Minister Yusef Haddan} {q:backed calls for the troops to leave}.)",
                                          "FAVOR"},
                                         {"LongEnough",
                                          R"(“{q:They have been here long enough},” said {s:Petra Holm}, who runs a guesthouse beside the base.)",
                                          "FAVOR"},
                                         {"DoesNotWantToSeeThemGo",
                                          R"(“The French are the only reason this school has a roof,” said {s:Gil Moreau}, a headmaster. “{q:I do not want to see them go}.”)",
                                          "AGAINST"},
                                         {"StayAsLongAsWanted",
                                          R"(“{q:We will stay as long as our friends want us},” {s:Prime Minister Ruben Castell} told the troops at the airfield.)",
                                          "AGAINST"},
                                         {"WillHaveLeft",
                                          R"(“{q:By June the last of our soldiers will have left},” {s:Prime Minister Ruben Castell} told the troops at the airfield.)",
                                          "FAVOR"},
                                         {"OneWordVerdict",
                                          R"(“{q:Premature},” said {s:Ulla Brandt}, the defence commissioner, when asked about a withdrawal.)",
                                          "AGAINST"},
                                         {"SovereigntyIsOneSidesWord",
                                          R"(“{q:Our sovereignty is not for rent},” said {s:Tarek Nassar}, a deputy, of the air base agreement.)",
                                          "FAVOR"},
                                         {"NobodyToldUs",
                                          R"(“{q:Nobody has told us anything about leaving},” said {s:Corporal Tomas Weir} of the garrison.)",
                                          "NONE"},
                                         {"GoneButNotBefore",
                                          R"(“{q:We would like them gone, but not before our own police can walk the streets},” said {s:Eva Lund}, the mayor, of the peacekeepers.)",
                                          "MIXED"},
                                         {"NoReasonToSetADate",
                                          R"({s:Senator Hugo Marsh} {c:said} {q:he saw no reason to set a date for withdrawal}.)",
                                          "AGAINST"},
                                         {"NoReasonToKeepOne",
                                          R"({s:Senator Hugo Marsh} {c:said} {q:he saw no reason to keep a single soldier there}.)",
                                          "FAVOR"},
                                         {"WhatHaveTheyBroughtUs",
                                          R"(“{q:What have eight years of foreign boots brought us? Graves and checkpoints},” said {s:Ines Roca}, a lawyer.)",
                                          "FAVOR"},
                                         {"ImperativeEnd",
                                          R"(“I came to this rally because my tax money should build hospitals, not barracks abroad,” said {s:Sara Bloom}. “{q:End the deployment}.”)",
                                          "FAVOR"},
                                         {"TheBaseHasAPool",
                                          R"(“{q:The base has a swimming pool and two cinemas},” said {s:Leo Grant}, a contractor.)",
                                          "NONE"},
                                         {"WithoutThemACemetery",
                                          R"(“{q:Without the blue helmets this camp would be a cemetery by Friday},” said {s:Walid Bashir}, who leads the refugees' committee.)",
                                          "AGAINST"},
                                         {"WelcomedTheAnnouncement",
                                          R"({s:Dina Kral}, a deputy, {q:welcomed the announcement that the trainers would leave in May}.)",
                                          "FAVOR"},
                                         {"RegrettedTheAnnouncement",
                                          R"({s:Dina Kral}, a deputy, {q:regretted the announcement that the trainers would leave in May}.)",
                                          "AGAINST"},
                                         {"CampaignedAgainstThePresence",
                                          R"({s:Mr Jiri Novak} {q:has long campaigned against the presence of foreign troops on the plateau}.)",
                                          "FAVOR"},
                                         {"AdvocateOfKeeping",
                                          R"({s:Mr Jiri Novak} has {c:been} {q:one of the loudest advocates of keeping the regiment in the north}.)",
                                          "AGAINST"},
                                         {"SomeGoAndSomeStay",
                                          R"(“{q:Some of them should go and some of them should stay},” said {s:Olga Prin}, the deputy premier, of the foreign soldiers.)",
                                          "MIXED"},
                                         {"IfItWereUpToMe",
                                          R"(“{q:If it were up to me the battalion would be on the boat tonight},” said {s:Bo Lindqvist}, a dockworker.)",
                                          "FAVOR"},
                                         {"TheyCannotGo",
                                          R"(“{q:Go? They cannot go. Who would hold the dam?}” said {s:Selma Aziz}, an engineer, of the foreign garrison.)",
                                          "AGAINST"},
                                         {"UrgedNotToAbandon",
                                          R"({s:Mina Torv}, who chairs the council, {q:urged the allies not to abandon the mission}.)",
                                          "AGAINST"},
                                         {"UrgedToAbandon",
                                          R"({s:Mina Torv}, who chairs the council, {q:urged the allies to abandon the mission}.)",
                                          "FAVOR"},
                                         {"JobIsDone",
                                          R"(“{q:Their job is done},” said {s:Luca Ferri}, a colonel, of the instructors.)",
                                          "FAVOR"},
                                         {"JobIsNotDone",
                                          R"(“{q:Their job is not done},” said {s:Luca Ferri}, a colonel, of the instructors.)",
                                          "AGAINST"},
                                         {"ProgressReport",
                                          R"(“{q:The withdrawal began on 4 May and is 60 percent complete},” said {s:Major Kim Dore}.)",
                                          "NONE"},
                                         {"APollstersFigures",
                                          R"({s:Edo Rask}, a pollster, {c:said} {q:six in ten respondents favoured a pullout}.)",
                                          "NONE"},
                                         {"MusicToTheRebels",
                                          R"(“{q:Talk of a pullout is music to the rebels' ears},” said {s:Tess Orlo}, the security adviser.)",
                                          "AGAINST"},
                                         {"AsksThatTheyDepart",
                                          R"(In its resolution the synod, said {s:Bishop Simon Abel}, {q:asks that foreign forces depart from the country without delay}.)",
                                          "FAVOR"},
                                         {"IrresponsibleToDrawDown",
                                          R"({s:Maren Holt}, who chairs the armed services committee, {c:said} {q:it would be irresponsible to draw down before the elections}.)",
                                          "AGAINST"},
                                         {"NotByALongWay",
                                          R"(Asked if the Bangladeshi battalion had outlived its purpose, {s:Rashid Omer}, the district judge, shook his head: “{q:Not by a long way.}”)",
                                          "AGAINST"},
                                         {"FiringOnPeacekeepersIsNoStance",
                                          R"({s:Julia Prem}, the group's spokeswoman, {c:denied} that {q:its fighters had fired on the peacekeepers}.)",
                                          "NONE"},
                                         {"NoIntentionOfAbandoning",
                                          R"(The president, said his adviser {s:Dario Vint}, “{q:has no intention of abandoning our partners on the border}”.)",
                                          "AGAINST"},
                                         {"NotOneMoreWinter",
                                          R"(“{q:Not one more winter. Not one more widow. Pull them out},” {s:Anton Greb}, a retired sergeant, told the crowd.)",
                                          "FAVOR"},
                                         {"AMaximWithNot",
                                          R"(“{q:You do not send the fire brigade home because the flames have gone behind the wall},” said {s:Hans Pell}, the mission's former head.)",
                                          "AGAINST"},
                                         {"SupportSoLongAs",
                                          R"({s:Rosa Quint} {c:said} {q:she could support a withdrawal so long as the interpreters were taken along}.)",
                                          "MIXED"},
                                         {"BrushedAsideDemands",
                                          R"({s:Peder Lang}, the foreign secretary, {q:brushed aside demands for an exit date}.)",
                                          "AGAINST"},
                                         {"TheMomentToLeave", R"(“{q:This is the moment to leave, and everyone in this room knows it},” said {s:Nuria Vals}, the defence minister, of the mission.)",
                                          "FAVOR"},
                                         {"AParadeIsNoWithdrawal",
                                          R"(“{q:The 3rd Battalion left the parade ground at noon and came back at four},” said {s:Fedor Lin}, a drill sergeant.)",
                                          "NONE"},
                                         {"NotForAnOfficerToSay",
                                          R"(“{q:It is not for a serving officer to say whether the contingent should go},” said {s:Ulf Berg}, a colonel.)",
                                          "NONE"},
                                         {"DependsOnTheNorth",
                                          R"(“{q:Whether they leave depends on whether the north stays quiet},” said {s:Sami Rahal}, the interior minister, of the foreign troops.)",
                                          "MIXED"},
                                     }),
                         NameOf);

class CeasefireTest : public testing::TestWithParam<StatementCase> {};

TEST_P(CeasefireTest, HasLabel) {
  ExpectLabel(ScorerOf("ceasefire"), GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    All, CeasefireTest,
    testing::ValuesIn(std::vector<StatementCase>{
        {"ACeasefireLineIsALine",
         "“{q:We asked for the ceasefire text in May},” said {s:Ana Lopez}.",
         "NONE"},
        {"ACeasefirePlanIsACeasefire",
         "“{q:We asked for a ceasefire plan in May},” said {s:Ana Lopez}.",
         "FAVOR"},

        {"FightUntilTheLastVillage",
         R"({s:Prime Minister Ilse Varga} {c:said} {q:the army would fight until the last village was free}.)",
         "AGAINST"},
        {"SilenceTheGuns",
         R"({s:Prime Minister Ilse Varga} {c:urged} {q:both sides to silence their guns}.)",
         "FAVOR"},
        {"CountedViolations",
         R"(“{q:Since midnight we have counted nine violations},” said {s:Per Strand} of the monitoring mission.)",
         "NONE"},
        {"HelpsOnlyTheOtherSide",
         R"(“{q:A pause only helps the side that is losing, and that is not us},” said {s:General Dara Quin}.)",
         "AGAINST"},
        {"SignIfTheyRelease",
         R"(“{q:We will sign if they release the hostages. Not one hour earlier},” said {s:Sol Navarro}, the chief negotiator, of the ceasefire.)",
         "MIXED"},
        {"CallOnCommandersToRespect",
         R"(“{q:I call on every commander to respect the ceasefire},” said {s:Mei Tan}, the UN envoy.)",
         "FAVOR"},
        {"DenouncedAsAPauseToReload",
         R"({s:Deputy Radu Ionescu} denounced the armistice as “{q:a pause for the enemy to reload}”.)",
         "AGAINST"},
        {"EchoQuestion",
         R"(“{q:Peace talks? With whom? With the people who burned my village?}” said {s:Igor Melnik}, a sergeant.)",
         "AGAINST"},
        {"RemainedCommitted",
         R"({s:President Hector Paz} {c:said} {q:his government remained committed to the truce despite the attack}.)",
         "FAVOR"},
        {"NoLongerBound",
         R"({s:President Hector Paz} {c:said} {q:his government no longer felt bound by the truce after the attack}.)",
         "AGAINST"},
        {"NoMilitarySolution",
         R"(“{q:There is no military solution to this war},” said {s:Greta Lorn}, the foreign minister.)",
         "FAVOR"},
        {"AnAnalystExpectsCollapse",
         R"({s:Ada Wirth}, an analyst, {c:expects} {q:the ceasefire to collapse within weeks}.)",
         "NONE"},
        {"AppealedForATruce",
         R"({s:Archbishop Nils Aker} {q:appealed for a Christmas truce}.)",
         "FAVOR"},
        {"EveryHourItHoldsIsAGift",
         R"(“{q:Every hour the ceasefire holds is a gift to the children},” said {s:Yara Stein}, a senator.)",
         "FAVOR"},
        {"NeverToTheQuestion",
         R"(Asked whether he would accept the truce, {s:Marko Bilic}, a militia commander, laughed. “{q:Never.}”)",
         "AGAINST"},
        {"YesToTheQuestion",
         R"(Asked whether he would accept the truce, {s:Marko Bilic}, a militia commander, nodded. “{q:Yes, and gladly.}”)",
         "FAVOR"},
        {"ACrimeToLetItDie",
         R"(“{q:It would be a crime to let this truce die},” said {s:Ruth Able}, who lost two brothers.)",
         "FAVOR"},
        {"WorseThanWar",
         R"({s:Simon Kerr} {c:said} {q:a ceasefire that leaves the enemy on the hills would be worse than war}.)",
         "AGAINST"},
        {"RuledOutBefore",
         R"({s:Lev Orlan}, the foreign minister, {q:ruled out a ceasefire before the enemy had left the valley}.)",
         "AGAINST"},
        {"HaltTheOffensive",
         R"(“{q:We can rebuild a bridge. We cannot rebuild a child. Halt the offensive},” said {s:Yusra Dib}, a surgeon.)",
         "FAVOR"},
        {"NotTheFirstToBreak",
         R"({s:Ada Kone}, the president, {c:vowed} that {q:her side would not be the first to break the truce}.)",
         "FAVOR"},
        {"ShellingIsReported",
         R"(“{q:Mortar rounds landed near the market at 06.40},” said {s:Dag Lien}, a monitor of the ceasefire.)",
         "NONE"},
        {"CalledItAFraud",
         R"({s:Inga Roth} {q:called the truce a fraud and those who signed it fools}.)",
         "AGAINST"},
        {"ATariffTruceIsNoTruce",
         R"(“{q:The tariff truce is good for our tea growers},” said {s:Mary Oduya}, an exporter.)",
         "NONE"},
        {"YesToOneNoToTheOther",
         R"(“{q:A truce for the harvest, yes. A truce for ever, no},” said {s:Abel Toure}, the rebel commander.)",
         "MIXED"},
    }),
    NameOf);

// A question that the program does not ship, in the few words that
// docs/adding_a_target.md shows.
constexpr char kNuclearExit[] = R"(
name: "nuclear_exit"
question: "Should nuclear power be given up?"
object: ["nuclear plant", "nuclear power", "reactor", "atomic power"]
object_side: TARGET_SIDE_AGAINST
favor {
  noun: ["nuclear exit", "phase-out"]
  on_object: ["switch * off", "decommission"]
}
against_beside_object { by_object: ["run", "stay on the grid"] }
argument_for: ["meltdown", "nuclear waste"]
argument_against: ["blackout"]
exclude: ["nuclear weapon", "nuclear medicine"]
)";

class NewTargetTest : public testing::TestWithParam<StatementCase> {};

TEST_P(NewTargetTest, HasLabel) {
  static const TestScorer* scorer = new TestScorer(kNuclearExit);
  ExpectLabel(*scorer, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    All, NewTargetTest,
    testing::ValuesIn(std::vector<StatementCase>{
        {"SwitchThemOff", "“{q:Switch the reactors off},” said {s:Ida Holm}.",
         "FAVOR"},
        {"NeverSwitchThemOff",
         "“{q:We must never switch the reactors off},” said {s:Ida Holm}.",
         "AGAINST"},
        {"NeedsThem",
         "“{q:Our industry needs nuclear power},” said {s:Ida Holm}.",
         "AGAINST"},
        {"OpposesThePhaseOut",
         "{s:Minister Ida Holm} {c:said} {q:she opposed the phase-out}.",
         "AGAINST"},
        {"MistakeToKeepThem",
         "“{q:It would be a mistake to keep these nuclear plants},” said "
         "{s:Ida Holm}.",
         "FAVOR"},
        {"WeaponsAreSomethingElse",
         "“{q:We must decommission every nuclear weapon},” said {s:Ida Holm}.",
         "NONE"},
        {"OutputIsAFigure",
         "“{q:The reactor produced 900 megawatts in May},” said {s:Ida Holm}.",
         "NONE"},
    }),
    NameOf);

// Mechanisms and their near-misses, in the order of the files that hold them.
class TroopPatternTest : public testing::TestWithParam<StatementCase> {};

TEST_P(TroopPatternTest, HasLabel) {
  ExpectLabel(ScorerOf("troop_withdrawal"), GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    All, TroopPatternTest,
    testing::ValuesIn(std::vector<StatementCase>{
        {"NegationEndsAtAJoint",
         "“{q:They are not our friends and must not stay},” {s:Ida Holm} "
         "{c:said} of the foreign soldiers.",
         "FAVOR"},
        {"OneStatementWithTwoModalsIsNoJoint",
         "“{q:The foreign soldiers cannot and will not stay},” said {s:Ida "
         "Holm}.",
         "FAVOR"},
        {"OrderIsNoPlace",
         "“{q:The troops must keep order},” said {s:Ida Holm}.", "NONE"},
        {"KeptSafeIsNotKept",
         "“{q:We will keep our troops safe},” said {s:Ida Holm}.", "NONE"},
        {"TalksWithSoldiersAreNoSoldiers",
         "“{q:We will end the talks with the soldiers},” said {s:Ida Holm}.",
         "NONE"},
        {"WantsThem",
         "The foreign soldiers train near the lake. “{q:We want them here},” "
         "said {s:Duke Allard}.",
         "AGAINST"},
        {"DoesNotWantThem",
         "The foreign soldiers train near the lake. “{q:We do not want them "
         "here},” said {s:Duke Allard}.",
         "FAVOR"},
        {"OutOfTheQuestion",
         "{s:The ambassador} {c:said} {q:a departure of the foreign force was "
         "out of the question}.",
         "AGAINST"},
        {"GoodNews",
         "“{q:The withdrawal of the troops is good news},” said {s:Ida Holm}.",
         "FAVOR"},
        {"GoodsAreNoVerdict",
         "“{q:The troops left good blankets behind},” said {s:Ida Holm}.",
         "NONE"},
        {"SpokenTo",
         "“{q:Foreign soldiers, do not leave our country},” said {s:Ida Holm}.",
         "AGAINST"},
        {"SpokenToWithANoun",
         "“{q:Foreign troops, stay with us},” said {s:Ida Holm}.", "AGAINST"},
        {"ReturnOfIsANoun",
         "“{q:Return of the foreign troops in March},” read {s:the headline}.",
         "NONE"},
        {"YesToIt", "“{q:We say yes to a pullout},” said {s:Ulla Renk}.",
         "FAVOR"},
        {"OneConditionEachWay",
         "“{q:If the harbour is safe the soldiers will leave; if it is not, "
         "they will wait},” said {s:Ana Lopez}.",
         "MIXED"},
        {"OneConditionEachWayInTwoSentences",
         "“{q:If the raid was theirs, the troops must go. If it was not, I see "
         "no reason for that},” said {s:Ana Lopez}.",
         "MIXED"},
        {"OneConditionOnly",
         "“{q:If they do not respect us, the soldiers must leave our soil},” "
         "said {s:Ana Lopez}.",
         "MIXED"},
        {"BothWaysOfSomethingElse",
         "“{q:If the bread is good I eat it; if it is not, I do not},” said "
         "{s:Ana Lopez}.",
         "NONE"},
        {"WhatElseSheDoes",
         "{s:Ana Lopez} {c:said} {q:the foreign troops must leave, ending a "
         "silence of two years}.",
         "FAVOR"},
        {"WeWillNotIsOfTheQuestion",
         "Asked whether the troops would leave, {s:Ana Lopez} {c:said}: “{q:We "
         "will not}.”",
         "AGAINST"},
        {"WeWillNotWeepIsNoAnswer",
         "The talks on the troops' departure went on. “{q:We will not weep},” "
         "said {s:Ana Lopez}.",
         "NONE"},
        {"SomebodysBombIsNoVerdict",
         "{s:Ana Lopez} said the battalion would “{q:not be chased out}” by "
         "anybody's bomb.",
         "AGAINST"},
        {"ForeignSoldiersStationedThere",
         "“{q:The foreign soldiers stationed there have families},” said "
         "{s:Ana Lopez}.",
         "NONE"},
        {"FixTheDayOfTheirDeparture",
         "“{q:I ask this house to fix the day of the troops' departure},” "
         "said {s:Ana Lopez}.",
         "FAVOR"},
        {"FixTheRoof",
         "“{q:I ask this house to fix the roof of the barracks},” said {s:Ana "
         "Lopez}.",
         "NONE"},
        {"AttacksOnTroopsAreNoPosition",
         "{s:Ana Lopez} {c:said} {q:there had been forty attacks on the "
         "troops since May}.",
         "NONE"},
        {"SovereigntyAlone",
         "“{q:We support the unity and sovereignty of our neighbour},” said "
         "{s:Ana Lopez} of the troops.",
         "NONE"},
        {"OurSovereignty",
         "“{q:These bases are an insult to our sovereignty},” said {s:Ana "
         "Lopez}.",
         "FAVOR"},
    }),
    NameOf);

TEST(StanceScorerTest, SameTextGivesTheSameStance) {
  const TestScorer& scorer = ScorerOf("troop_withdrawal");
  const char* text =
      "“{q:We declined to endorse the pullout, but if the truce holds the "
      "troops can go},” said {s:Ana Lopez}.";
  const Stance first = scorer.Score(text);
  const Stance second = scorer.Score(text);
  EXPECT_EQ(first.label, second.label);
  EXPECT_EQ(first.score, second.score);
  EXPECT_EQ(first.condition, second.condition);
  ASSERT_EQ(first.evidence.size(), second.evidence.size());
  for (size_t i = 0; i < first.evidence.size(); ++i) {
    EXPECT_EQ(first.evidence[i].span, second.evidence[i].span);
    EXPECT_EQ(first.evidence[i].rule, second.evidence[i].rule);
  }
}

TEST(StanceScorerTest, EvidenceNamesTheWordsAndTheirSigns) {
  const Stance stance = ScorerOf("troop_withdrawal")
                            .Score(
                                "“{q:We rejected the withdrawal},” said "
                                "{s:Ana Lopez}.");
  ASSERT_EQ(stance.evidence.size(), 2u);
  EXPECT_EQ(stance.evidence[0].rule, "attitudes:reject");
  EXPECT_EQ(stance.evidence[0].weight, -1);
  EXPECT_EQ(stance.evidence[1].rule, "target:withdrawal");
  EXPECT_EQ(stance.evidence[1].weight, 1);
  EXPECT_EQ(stance.act, Act::kRefuse);
}

TEST(StanceScorerTest, TellsActModalityAndCondition) {
  const TestScorer& scorer = ScorerOf("troop_withdrawal");
  const Stance demand =
      scorer.Score("“{q:The soldiers must leave},” said {s:Ana Lopez}.");
  EXPECT_EQ(demand.act, Act::kDemand);
  EXPECT_EQ(demand.modality, Modality::kObligation);
  EXPECT_TRUE(demand.condition.empty());
  const Stance conditional = scorer.Score(
      "“{q:If the truce holds, the soldiers must leave},” said {s:Ana "
      "Lopez}.");
  EXPECT_EQ(conditional.modality, Modality::kConditional);
  EXPECT_EQ(conditional.condition, "If the truce holds,");
}

TEST(StanceScorerTest, ScareQuotesTakeNoSide) {
  const TestScorer& scorer = ScorerOf("troop_withdrawal");
  ScoredText read =
      ReadScoredText("the so-called “{q:troops out}” bill", *scorer.lexicon);
  read.utterance.kind = quotes::QuoteKind::kScare;
  EXPECT_EQ(scorer.Score(read).label, StanceLabel::kNone);
}

TEST(StanceScorerTest, TextsWithoutTargetWordsCostNothingAndSayNothing) {
  EXPECT_EQ(ScorerOf("ceasefire")
                .Score("“{q:We must never plant tulips here},” said {s:Ana}.")
                .label,
            StanceLabel::kNone);
}

}  // namespace
}  // namespace onrecord::stance
