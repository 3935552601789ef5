import type { LocalizedText } from '../../../i18n/languages.ts';
import type { Question, VersionContent } from '../../questions/content.ts';

// Mini-IPIP: Donnellan, Oswald, Baird & Lucas (2006), Psychological Assessment, 18(2), 192–203.
// The items come from the International Personality Item Pool (ipip.ori.org), public domain. The
// English wording, the order, the five labels and the key are as published: changing any of them
// makes it another instrument. The Portuguese wording is our own translation, and the
// instructions say so.

/** Published labels, from 1 to 5. */
const labels: LocalizedText[] = [
  { 'pt-BR': 'Muito impreciso', en: 'Very Inaccurate' },
  { 'pt-BR': 'Moderadamente impreciso', en: 'Moderately Inaccurate' },
  { 'pt-BR': 'Nem preciso nem impreciso', en: 'Neither Accurate Nor Inaccurate' },
  { 'pt-BR': 'Moderadamente preciso', en: 'Moderately Accurate' },
  { 'pt-BR': 'Muito preciso', en: 'Very Accurate' },
];

type Scale = 'extraversion' | 'agreeableness' | 'conscientiousness' | 'neuroticism' | 'imagination';

/** `+` counts 1…5 as answered, `-` counts it reversed (6 − answer). */
function item(number: number, scale: Scale, key: '+' | '-', en: string, pt: string): Question {
  return {
    id: `mini-ipip-${String(number).padStart(2, '0')}`,
    type: 'likert',
    prompt: { 'pt-BR': pt, en },
    competency: scale,
    difficulty: 'basic',
    weight: 1,
    content: { labels, reverse: key === '-' },
  };
}

export const bigFive: VersionContent = {
  format: 1,
  language: 'pt-BR',
  name: { 'pt-BR': 'Big Five (Mini-IPIP, 20 itens)', en: 'Big Five (Mini-IPIP, 20 items)' },
  description: {
    'pt-BR':
      'Perfil de personalidade em cinco escalas, com os 20 itens do Mini-IPIP, instrumento de domínio público. Descreve preferências e modos de agir: não há nota geral, aprovação nem reprovação.',
    en: 'A personality profile on five scales, from the 20 items of the public-domain Mini-IPIP. It describes preferences and ways of acting: there is no overall grade, no pass and no fail.',
  },
  instructions: {
    'pt-BR': `Você verá 20 frases curtas. Para cada uma, marque **com que precisão ela descreve você**, de *Muito impreciso* a *Muito preciso*.

- Descreva-se como você é hoje, de modo geral, e não como gostaria de ser no futuro.
- Compare-se, com sinceridade, a pessoas da sua idade que você conhece.
- **Não há respostas certas ou erradas.** A primeira impressão costuma ser a melhor; não é preciso pensar muito em cada frase.

O resultado é um **perfil em cinco escalas**, não uma nota. Nenhum ponto de nenhuma escala é melhor do que outro, e o perfil sozinho não deve decidir uma contratação: ele serve de ponto de partida para uma conversa. Por ter só quatro itens por escala, é uma medida breve, que mostra tendências e não detalhes.

**Fonte:** Donnellan, M. B., Oswald, F. L., Baird, B. M., & Lucas, R. E. (2006). The Mini-IPIP scales: Tiny-yet-effective measures of the Big Five factors of personality. *Psychological Assessment, 18*(2), 192–203. Itens do International Personality Item Pool (ipip.ori.org), de **domínio público**. O texto em português é uma tradução livre feita para esta biblioteca; não é uma adaptação validada.`,
    en: `You will see 20 short phrases. For each one, choose **how accurately it describes you**, from *Very Inaccurate* to *Very Accurate*.

- Describe yourself as you generally are now, not as you would like to be in the future.
- Compare yourself, honestly, with people of your age whom you know.
- **There are no right or wrong answers.** Your first impression is usually the best one; no need to think long about any phrase.

The result is a **profile on five scales**, not a grade. No point on any scale is better than another, and the profile alone should not decide a hiring: it is a starting point for a conversation. With only four items per scale it is a brief measure, which shows tendencies rather than details.

**Source:** Donnellan, M. B., Oswald, F. L., Baird, B. M., & Lucas, R. E. (2006). The Mini-IPIP scales: Tiny-yet-effective measures of the Big Five factors of personality. *Psychological Assessment, 18*(2), 192–203. Items from the International Personality Item Pool (ipip.ori.org), in the **public domain**. The Portuguese text is a translation made for this library; it is not a validated adaptation.`,
  },
  durationMinutes: 10,
  category: 'Comportamental',
  competencies: [
    {
      id: 'extraversion',
      name: { 'pt-BR': 'Extroversão', en: 'Extraversion' },
      description: {
        'pt-BR':
          'Mais baixo: prefere conversas com poucas pessoas, fala quando tem algo a dizer e recarrega as energias na calma. Mais alto: busca o convívio, puxa conversa com facilidade e ganha energia em grupo.',
        en: 'Lower: prefers talking with few people, speaks when there is something to say and recharges in quiet. Higher: seeks company, starts conversations easily and gains energy in groups.',
      },
      tier: 'major',
    },
    {
      id: 'agreeableness',
      name: { 'pt-BR': 'Amabilidade', en: 'Agreeableness' },
      description: {
        'pt-BR':
          'Mais baixo: olha primeiro para os fatos e para o próprio julgamento, e mantém distância das emoções alheias ao decidir. Mais alto: percebe logo o que os outros sentem e leva isso em conta no que faz.',
        en: 'Lower: looks first at the facts and at their own judgement, and keeps a distance from other people’s emotions when deciding. Higher: quickly notices what others feel and takes it into account.',
      },
      tier: 'major',
    },
    {
      id: 'conscientiousness',
      name: { 'pt-BR': 'Conscienciosidade', en: 'Conscientiousness' },
      description: {
        'pt-BR':
          'Mais baixo: trabalha com espontaneidade, muda de rumo com leveza e convive bem com a desordem. Mais alto: planeja, gosta das coisas em seu lugar e resolve as tarefas assim que aparecem.',
        en: 'Lower: works spontaneously, changes course lightly and lives well with disorder. Higher: plans, likes things in their place and deals with tasks as soon as they appear.',
      },
      tier: 'major',
    },
    {
      id: 'neuroticism',
      name: { 'pt-BR': 'Neuroticismo', en: 'Neuroticism' },
      description: {
        'pt-BR':
          'O nome é o da escala publicada e não tem sentido clínico. Mais baixo: humor estável, reage com calma e demora a perceber motivos de alarme. Mais alto: sente as emoções com intensidade, reage depressa e percebe cedo os sinais de problema.',
        en: 'The name is that of the published scale and has no clinical meaning. Lower: even mood, reacts calmly and is slow to see cause for alarm. Higher: feels emotions intensely, reacts quickly and notices signs of trouble early.',
      },
      tier: 'major',
    },
    {
      id: 'imagination',
      name: { 'pt-BR': 'Intelecto/Imaginação', en: 'Intellect/Imagination' },
      description: {
        'pt-BR':
          'Mede interesse, não capacidade intelectual. Mais baixo: prefere o concreto, o prático e o que já se mostrou útil. Mais alto: gosta de ideias abstratas e de imaginar possibilidades.',
        en: 'It measures interest, not intellectual ability. Lower: prefers the concrete, the practical and what has already proved useful. Higher: enjoys abstract ideas and imagining possibilities.',
      },
      tier: 'major',
    },
  ],
  sections: [
    {
      id: 'mini-ipip',
      title: { 'pt-BR': 'Como você é, de modo geral', en: 'How you generally are' },
      weight: 1,
      questions: [
        item(1, 'extraversion', '+', 'Am the life of the party.', 'Sou a alma da festa.'),
        item(
          2,
          'agreeableness',
          '+',
          "Sympathize with others' feelings.",
          'Eu me solidarizo com os sentimentos das outras pessoas.',
        ),
        item(
          3,
          'conscientiousness',
          '+',
          'Get chores done right away.',
          'Faço logo as tarefas do dia a dia, sem deixar para depois.',
        ),
        item(
          4,
          'neuroticism',
          '+',
          'Have frequent mood swings.',
          'Tenho mudanças de humor frequentes.',
        ),
        item(5, 'imagination', '+', 'Have a vivid imagination.', 'Tenho uma imaginação fértil.'),
        item(6, 'extraversion', '-', "Don't talk a lot.", 'Não falo muito.'),
        item(
          7,
          'agreeableness',
          '-',
          "Am not interested in other people's problems.",
          'Não me interesso pelos problemas das outras pessoas.',
        ),
        item(
          8,
          'conscientiousness',
          '-',
          'Often forget to put things back in their proper place.',
          'Muitas vezes me esqueço de pôr as coisas de volta no lugar certo.',
        ),
        item(
          9,
          'neuroticism',
          '-',
          'Am relaxed most of the time.',
          'Na maior parte do tempo, sinto tranquilidade.',
        ),
        item(
          10,
          'imagination',
          '-',
          'Am not interested in abstract ideas.',
          'Não me interesso por ideias abstratas.',
        ),
        item(
          11,
          'extraversion',
          '+',
          'Talk to a lot of different people at parties.',
          'Em festas, converso com muitas pessoas diferentes.',
        ),
        item(
          12,
          'agreeableness',
          '+',
          "Feel others' emotions.",
          'Sinto as emoções das outras pessoas.',
        ),
        item(13, 'conscientiousness', '+', 'Like order.', 'Gosto de ordem.'),
        item(14, 'neuroticism', '+', 'Get upset easily.', 'Eu me abalo com facilidade.'),
        item(
          15,
          'imagination',
          '-',
          'Have difficulty understanding abstract ideas.',
          'Tenho dificuldade para entender ideias abstratas.',
        ),
        item(16, 'extraversion', '-', 'Keep in the background.', 'Costumo ficar em segundo plano.'),
        item(
          17,
          'agreeableness',
          '-',
          'Am not really interested in others.',
          'Não me interesso de verdade pelas outras pessoas.',
        ),
        item(18, 'conscientiousness', '-', 'Make a mess of things.', 'Faço bagunça com as coisas.'),
        item(19, 'neuroticism', '-', 'Seldom feel blue.', 'Raramente me sinto para baixo.'),
        item(
          20,
          'imagination',
          '-',
          'Do not have a good imagination.',
          'Não tenho uma boa imaginação.',
        ),
      ],
    },
  ],
};
