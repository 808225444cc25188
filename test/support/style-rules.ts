import type { Language } from '../../workbook/language/language.ts'

// What no text in the workbook may say, found by a pattern. STYLE.md has an example for each rule.

const english = [
  // A relative clause as the subject: "Who comes then waits." A question may begin so.
  /\bWho\b[^.?!:]*(?:[.!:]|$)/,
  /\bwhoever\b/i,
  /(?<!\b(?:there|where|here|and) (?:simply )?)\b(?:is|are|was|were) no (?!longer\b|more\b|less\b|doubt\b|one\b|problem\b)/i,
  /\b(?:is|was) nothing that\b/i,
  /\bof (?:its|their|your|his|her|my|our|one's) own\b/i,
  /\bfor ever\b/i,
  /\bbelongs? into\b/i,
  /\b(?:stands?|stood) (?:there|in|at|on|under|where|behind|before|beside|outside|inside|between|with)\b/i,
  /\btells (?:that|whether|what|which|how|where)\b/i,
  /\btells? of\b/i,
  /\bMind (?:the|that)\b/,
  /\b(?:may bear|bears|bearing)\b/i,
  /\b(?:throws?|throw the error|throws the error|thrown) on\b/i,
  /\banew\b/i,
  /\bpass(?:es|ed)? over\b/i,
  /\blearns? of\b/i,
  /\b(?:is|are|was|were) through\b/i,
  /\ban error of (?:the server|MySQL|its|the driver)\b/i,
  /\bwhat came of\b/i,
  /\bis dear\b/i,
  /\btak(?:e|es|en|ing) (?:it|them|the \w+) back\b|\btaken back\b/i,
  /\b(?:is|are|was|were) (?:that|those) of\b/i,
  /(?:^|[.,;:] )else (?!if\b)/i,
  /(?:^|[,:] )also (?:when|where|after|if)\b/i,
  /\bmade again\b|\bmakes? (?:it|the \w+) again\b/i,
  /\bmend(?:s|ed|ing)?\b/i,
  /\bcame along\b/i,
  /\berrors? (?:comes?|came) out\b/i,
  /\bthe caller's to see\b/i,
  /\b(?:is|are) to (?:be|stay|come|show|do|go)\b/i,
  /\b(?:travels?|sends?|sent) (?:\S+ ){0,2}apart\b/i,
  /\bin good order\b/i,
  /\bcarr(?:y|ies|ied) (?:[\w']+ ){1,3}out\b/i,
  /(?<!how )\bmany an?\b/i,
  /\btaken for\b/i,
  /\bat (?:each|every) call\b/i,
  /\bsmall letters?\b/i,
]

const russian = [
  words(
    'еще ее нее мое твое свое причем зачет счет отчет расчет учет объем подъем прием ' +
      'пойдет придет найдет войдет дойдет подойдет идет ждет дает отдает задает создает передает берет вернет ' +
      'остается удается дается пришел пошел нашел вошел дошел ушел подошел прошел трех четырех легкий тяжелый ' +
      'серьезный черный зеленый желтый твердый надежный произведет ведет несет живет возьмет',
  ),
  /"[^"\n]*[а-яё][^"\n]*"/i,
  /(?<=[а-яё»)`]) - (?=[а-яё«(`])/i,
  words(
    'бросает бросают бросить бросил бросила бросили бросьте бросая брошен брошена брошено брошены',
  ),
  /(?<![а-яё])вызвавш/i,
  /(?<![а-яё])(?:по|пере)сыла(?:ет|ют|ть|ла|л|ли)(?![а-яё])/i,
  /или частью/i,
  // One term a thing: STYLE.md says which.
  /(?<![а-яё])сам(?:а|ой|у) MySQL|MySQL [а-яё]*ла(?:сь)?(?![а-яё])/i,
  /(?<![а-яё])вызывающ[а-яё]+ код/i,
  /(?<![а-яё])опис(?:ка|ки|ке|ку|кой|ок)(?![а-яё])/i,
  /(?<![а-яё])сеанс|байтов(?![а-яё])|(?<![а-яё])прописн/i,
  /(?<![а-яё])опци(?:я|и|й|ю|ей|ям|ями|ях)(?![а-яё])/i,
  /вложенн[а-яё]+ (?:запрос|select)/i,
  words(
    'ловит ловят ловите ловить ловили поймал поймали поймать поймайте поймана поймано пойманной',
  ),
  /ошибк[а-яё]* (?:летит|летят|вылетает|бросается|всплывает)(?![а-яё])/i,
  /(?<![а-яё])од[оа]лж[а-яё]+ (?:соединение )?у(?![а-яё])/i,
  /(?<![а-яё])(?:ед[уе]т|ехал[аои]?) (?:отдельно|обратно)/i,
  /(?<![а-яё])рас(?:писывает|пишет|писал|писать) список|список рас(?:пишет|писал)/i,
  /(?<![а-яё])урок[а-яё]* \[?\d(?!\d)/i,
  // Typography.
  /[а-яё»)] – |[а-яё]\.\.\.|[а-яё»]—|—[а-яё«]/i,
]

/** The patterns for a language's texts. */
export const styleRules: Record<Language, readonly RegExp[]> = { en: english, ru: russian }

// --- internal ---

/** Whole Cyrillic words, which `\b` does not know. */
function words(list: string): RegExp {
  return new RegExp(`(?<![а-яё-])(?:${list.split(' ').join('|')})(?![а-яё])`, 'i')
}
