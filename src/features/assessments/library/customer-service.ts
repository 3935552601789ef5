import type { LocalizedText } from '../../../i18n/languages.ts';
import type { Question, VersionContent } from '../../questions/content.ts';

// Expert-keyed judgement: every option is something a reasonable person does, and gives 0–3 points
// to each of the four competencies. Two rules keep it honest, and library-content.test.ts holds them:
// the best option of a scenario is beaten by another one in something, so there is always a
// trade-off to weigh, and every competency can be earned in every scenario.

const competencyIds = ['empathy', 'problem-solving', 'communication', 'ethics'] as const;

/** Points in the order of the competencies above. */
type Points = [empathy: number, solving: number, communication: number, ethics: number];

const option = (id: string, points: Points, pt: string, en: string) => ({
  id,
  text: { 'pt-BR': pt, en },
  points: Object.fromEntries(
    competencyIds.map((competency, index) => [competency, points[index] ?? 0]),
  ),
});

function scenario(
  id: string,
  difficulty: Question['difficulty'],
  prompt: LocalizedText,
  options: ReturnType<typeof option>[],
  explanation: LocalizedText,
): Question {
  return {
    id,
    type: 'situational-judgement',
    prompt,
    difficulty,
    weight: 1,
    explanation,
    content: { options, shuffle: true },
  };
}

export const customerService: VersionContent = {
  format: 1,
  language: 'pt-BR',
  name: {
    'pt-BR': 'Atendimento ao cliente: julgamento situacional',
    en: 'Customer service: situational judgement',
  },
  description: {
    'pt-BR':
      'Dez situações reais de atendimento, por chat, telefone e redes sociais. Em cada uma, quatro condutas possíveis, que equilibram de modos diferentes empatia, solução, comunicação e ética.',
    en: 'Ten realistic customer service situations, by chat, phone and social media. Each offers four possible courses of action, which balance empathy, solution, communication and ethics in different ways.',
  },
  instructions: {
    'pt-BR': `São 10 situações, em 25 minutos. Em cada uma, escolha **a conduta mais próxima do que você faria primeiro**.

- Vale o que a situação descreve: as políticas e os limites citados são os da empresa em que você trabalha ali.
- Nenhuma alternativa é absurda, e nenhuma é perfeita. Cada uma dá mais ou menos pontos em quatro competências: empatia, resolução de problemas, comunicação, e ética e políticas.
- Escolha pelo conjunto: costuma valer mais a conduta que cuida da pessoa **e** do problema, dentro do que você pode cumprir.`,
    en: `There are 10 situations, in 25 minutes. In each one, choose **the course of action closest to what you would do first**.

- Go by what the situation says: the policies and limits mentioned are those of the company you work for there.
- No option is absurd, and none is perfect. Each gives more or fewer points in four competencies: empathy, problem solving, communication, and ethics and policies.
- Weigh the whole: what usually counts most is taking care of the person **and** of the problem, within what you can actually deliver.`,
  },
  durationMinutes: 25,
  category: 'Atendimento',
  level: 'intermediate',
  competencies: [
    {
      id: 'empathy',
      name: { 'pt-BR': 'Empatia', en: 'Empathy' },
      description: {
        'pt-BR':
          'Perceber a situação da outra pessoa e mostrar, com palavras e atos, que ela importa.',
        en: 'Noticing the other person’s situation and showing, in words and deeds, that it matters.',
      },
      tier: 'major',
    },
    {
      id: 'problem-solving',
      name: { 'pt-BR': 'Resolução de problemas', en: 'Problem solving' },
      description: {
        'pt-BR': 'Entender a causa, usar os recursos à mão e levar o caso até o fim.',
        en: 'Understanding the cause, using the resources at hand and seeing the case through.',
      },
      tier: 'major',
    },
    {
      id: 'communication',
      name: { 'pt-BR': 'Comunicação', en: 'Communication' },
      description: {
        'pt-BR': 'Dizer com clareza o que se sabe, o que não se sabe e o que vai acontecer.',
        en: 'Saying clearly what is known, what is not, and what will happen next.',
      },
      tier: 'major',
    },
    {
      id: 'ethics',
      name: { 'pt-BR': 'Ética e políticas', en: 'Ethics and policies' },
      description: {
        'pt-BR': 'Agir com honestidade, proteger dados e respeitar regras e alçadas.',
        en: 'Acting honestly, protecting data and respecting rules and limits of authority.',
      },
      tier: 'major',
    },
  ],
  sections: [
    {
      id: 'scenarios',
      title: { 'pt-BR': 'Situações', en: 'Situations' },
      weight: 1,
      questions: [
        scenario(
          'sj-late-gift',
          'basic',
          {
            'pt-BR':
              'Uma cliente escreve no chat, irritada: o presente de aniversário da filha devia ter chegado ontem, e a festa é amanhã. O pacote está no centro de distribuição da cidade dela, com nova previsão de até dois dias úteis. A política permite reembolsar o frete, e a transportadora às vezes autoriza a retirada no centro.\n\nO que você faz primeiro?',
            en: 'A customer writes on chat, upset: her daughter’s birthday present was due yesterday, and the party is tomorrow. The parcel is at the distribution centre in her city, now expected within two working days. Policy allows refunding the shipping, and the carrier sometimes authorises pick-up at the centre.\n\nWhat do you do first?',
          },
          [
            option(
              'a',
              [3, 2, 1, 0],
              'Digo que imagino a aflição dela, asseguro que o presente chega antes da festa e abro um chamado urgente na transportadora.',
              'I say I can imagine her distress, assure her that the present will arrive before the party and open an urgent ticket with the carrier.',
            ),
            option(
              'b',
              [1, 1, 2, 3],
              'Peço desculpas, informo a nova previsão, reembolso o frete como a política permite e mostro como acompanhar o pacote.',
              'I apologise, tell her the new estimate, refund the shipping as policy allows and show her how to track the parcel.',
            ),
            option(
              'c',
              [2, 3, 3, 3],
              'Reconheço o peso da data, digo que não posso garantir amanhã, peço a retirada à transportadora e combino a hora do retorno.',
              'I acknowledge what the date means, say I cannot guarantee tomorrow, ask the carrier for pick-up and agree on when to report back.',
            ),
            option(
              'd',
              [1, 2, 2, 2],
              'Proponho cancelar já, com reembolso integral, para que ela tenha tempo de comprar outro presente na cidade antes da festa.',
              'I suggest cancelling now, with a full refund, so that she has time to buy another present in town before the party.',
            ),
          ],
          {
            'pt-BR':
              'A retirada é a única saída que pode salvar a data; pedi-la, com honestidade sobre a incerteza e hora marcada para a resposta, soma mais. Assegurar a entrega acolhe melhor naquele minuto, mas promete o que não depende de você. Previsão e frete cumprem a política sem tentar resolver; cancelar resolve por outro caminho, cedo demais.',
            en: 'Pick-up is the only way that may save the date; asking for it, honest about the uncertainty and with a time set for the answer, adds up to most. Assuring delivery comforts best in that minute, but promises what is not in your hands. Estimate and refund follow policy without trying to solve; cancelling solves it another way, too soon.',
          },
        ),
        scenario(
          'sj-return-window',
          'intermediate',
          {
            'pt-BR':
              'Cliente há seis anos, Marta quer devolver um tênis comprado no site nove dias depois de recebê-lo. Estava viajando, e a caixa continua fechada. O prazo de devolução é de sete dias; a troca por outro produto é aceita até 30. Exceções cabem à supervisão, que responde em um dia.\n\nO que você faz?',
            en: 'A customer for six years, Marta wants to return a pair of trainers bought online nine days after receiving them. She was travelling, and the box is still sealed. The return period is seven days; exchange for another product is accepted up to 30. Exceptions are up to the supervisors, who answer within a day.\n\nWhat do you do?',
          },
          [
            option(
              'a',
              [3, 3, 2, 3],
              'Digo que a troca está garantida, levo o pedido de devolução à supervisão, com os fatos, e dou retorno amanhã, seja qual for a resposta.',
              'I say the exchange is guaranteed, take her return to the supervisors, with the facts, and get back to her tomorrow whatever the answer.',
            ),
            option(
              'b',
              [1, 2, 3, 3],
              'Explico com clareza que o prazo de devolução terminou há dois dias e por que ele existe, e a ajudo a escolher um produto para a troca.',
              'I explain clearly that the return period ended two days ago and why it exists, and help her choose a product for the exchange.',
            ),
            option(
              'c',
              [2, 2, 1, 0],
              'Registro a devolução como pedida dentro do prazo: são dois dias, a caixa está fechada e não vale perder por isso uma cliente de seis anos.',
              'I record the return as requested in time: it is two days, the box is sealed and losing a customer of six years over that is not worth it.',
            ),
            option(
              'd',
              [2, 1, 1, 2],
              'Transfiro a conversa para a supervisão, que pode decidir, para que ela não precise ouvir um “não” de quem não tem alçada.',
              'I transfer the conversation to the supervisors, who can decide, so that she need not hear a “no” from someone without the authority.',
            ),
          ],
          {
            'pt-BR':
              'Garantir a troca e defender a exceção pelo canal certo cuida da cliente sem passar da alçada. Quem explica só a regra é mais claro sobre o prazo, mas deixa de usar um recurso que existe. Registrar uma data falsa resolve hoje à custa da honestidade; transferir passa adiante um caso que você mesmo pode conduzir.',
            en: 'Guaranteeing the exchange and arguing for the exception through the right channel looks after the customer without exceeding your authority. Explaining only the rule is clearer about the period, but leaves an existing resource unused. Recording a false date solves it today at the cost of honesty; transferring passes on a case you can lead yourself.',
          },
        ),
        scenario(
          'sj-wrong-promise',
          'intermediate',
          {
            'pt-BR':
              'Um cliente envia a captura de tela em que um colega seu afirma que a mudança de plano não tem custo. O contrato prevê uma tarifa de R$ 89, que já veio na fatura. Você pode isentar até R$ 50; acima disso, a supervisão aprova, em geral no mesmo dia. A empresa costuma honrar o que foi dito por escrito.\n\nO que você faz?',
            en: 'A customer sends a screenshot in which a colleague of yours states that changing plans is free. The contract sets a fee of R$ 89, already on the bill. You may waive up to R$ 50; above that the supervisors approve, usually on the same day. The company normally honours what was said in writing.\n\nWhat do you do?',
          },
          [
            option(
              'a',
              [1, 2, 2, 1],
              'Isento os R$ 50 que estão na minha alçada, para que ele saia da conversa com algo certo, e explico que os R$ 39 restantes são do contrato.',
              'I waive the R$ 50 within my authority, so that he leaves with something certain, and explain that the remaining R$ 39 come from the contract.',
            ),
            option(
              'b',
              [2, 3, 2, 1],
              'Digo que ele tem razão, confirmo já que a tarifa será retirada e, encerrada a conversa, peço a aprovação à supervisão.',
              'I say he is right, confirm at once that the fee will be removed and, once the conversation ends, ask the supervisors for approval.',
            ),
            option(
              'c',
              [1, 0, 2, 1],
              'Peço desculpas, explico que houve um engano do colega naquela conversa e envio o trecho do contrato que trata da tarifa.',
              'I apologise, explain that my colleague was mistaken in that conversation and send the part of the contract about the fee.',
            ),
            option(
              'd',
              [3, 2, 3, 3],
              'Reconheço que a informação foi nossa, digo que pedirei a isenção total e por que depende de aprovação, e marco o retorno para hoje.',
              'I acknowledge that the information was ours, say that I will request the full waiver and why it needs approval, and set a reply for today.',
            ),
          ],
          {
            'pt-BR':
              'Assumir o erro como da empresa e pedir a isenção inteira, dizendo do que ela depende, é o mais justo e claro. Confirmar antes da aprovação resolve mais depressa, mas compromete quem ainda não decidiu. A isenção parcial deixa o cliente pagar por um erro que não é dele; citar o contrato é claro e não resolve nada.',
            en: 'Owning the mistake as the company’s and requesting the whole waiver, saying what it depends on, is fairest and clearest. Confirming before approval is quicker, but commits people who have not decided. The partial waiver makes the customer pay for a mistake that is not his; quoting the contract is clear and solves nothing.',
          },
        ),
        scenario(
          'sj-account-holder',
          'intermediate',
          {
            'pt-BR':
              'Um homem liga: a esposa está internada, a internet da casa foi cortada e ele quer saber o valor em aberto para pagar. A conta está no nome dela, e ele não é pessoa autorizada, mas sabe o CPF e a data de nascimento. A política só permite tratar da conta com titular ou autorizado; a segunda via pode ser enviada aos contatos do cadastro.\n\nO que você faz?',
            en: 'A man calls: his wife is in hospital, the home internet was cut off and he wants to know the amount due so he can pay. The account is in her name and he is not an authorised person, but he knows her taxpayer number and date of birth. Policy only allows discussing the account with the holder or someone authorised; a copy of the bill may be sent to the contacts on record.\n\nWhat do you do?',
          },
          [
            option(
              'a',
              [1, 0, 2, 3],
              'Lamento o que houve, explico com respeito que só posso falar da conta com a titular e oriento que ela ligue assim que puder.',
              'I say I am sorry, explain respectfully that I may only discuss the account with the holder and advise that she call as soon as she can.',
            ),
            option(
              'b',
              [3, 2, 3, 3],
              'Pergunto como ela está, explico que protejo os dados dela, envio a segunda via aos contatos do cadastro e digo como ela pode autorizá-lo.',
              'I ask how she is, explain that I protect her data, send the bill to the contacts on record and say how she can authorise him.',
            ),
            option(
              'c',
              [2, 3, 1, 0],
              'Confiro o CPF e a data que ele informou e, pela urgência, digo só o valor e o código de pagamento, sem alterar nada na conta.',
              'I check the number and date he gave and, given the urgency, tell him only the amount and the payment code, changing nothing in the account.',
            ),
            option(
              'd',
              [2, 1, 1, 3],
              'Acolho o relato, não confirmo nenhum dado e encaminho ao setor de cadastro, que analisa casos assim em até três dias.',
              'I listen, confirm no data and forward it to the records team, which reviews such cases within three days.',
            ),
          ],
          {
            'pt-BR':
              'A segunda via nos contatos do cadastro deixa a conta ser paga sem expor ninguém, e a autorização evita que o problema volte. Informar o valor resolve na hora o que ele pediu, mas CPF e data de nascimento não provam autorização. Só recusar protege os dados e abandona a família; o encaminhamento protege, com três dias de espera.',
            en: 'A copy of the bill to the contacts on record lets it be paid without exposing anyone, and the authorisation keeps the problem from coming back. Giving the amount solves at once what he asked, but a number and a birth date prove no authorisation. Refusing alone protects the data and abandons the family; forwarding protects it, with three days of waiting.',
          },
        ),
        scenario(
          'sj-insults',
          'advanced',
          {
            'pt-BR':
              'No chat, uma pessoa com a internet parada há quatro dias abre a conversa com ofensas a você. É o terceiro contato dela, e o histórico mostra duas visitas técnicas a que ninguém da empresa compareceu. A política orienta a avisar uma vez antes de encerrar conversas com ofensas.\n\nO que você faz?',
            en: 'On chat, someone whose internet has been down for four days opens the conversation by insulting you. It is their third contact, and the history shows two technician visits to which nobody from the company turned up. Policy is to warn once before closing conversations with insults.\n\nWhat do you do?',
          },
          [
            option(
              'a',
              [0, 1, 2, 3],
              'Aviso que conversas com ofensas são encerradas, conforme a política, e envio o link para remarcar a visita no horário que preferir.',
              'I warn that conversations with insults are closed, according to policy, and send the link to rebook the visit at whatever time suits.',
            ),
            option(
              'b',
              [3, 3, 2, 2],
              'Não respondo às ofensas: digo que as visitas perdidas são falha nossa, marco a primeira vaga de amanhã e acompanho até a ida.',
              'I do not react to the insults: I say the missed visits are our failure, book the first slot tomorrow and see it through.',
            ),
            option(
              'c',
              [1, 2, 3, 3],
              'Digo com calma que quero resolver e que preciso de respeito para continuar; com a concordância, leio o histórico e remarco a visita.',
              'I calmly say that I want to solve this and need respect to go on; once that is agreed, I read the history and rebook the visit.',
            ),
            option(
              'd',
              [2, 1, 1, 2],
              'Deixo a pessoa desabafar, respondo com poucas palavras gentis e passo o caso à supervisão, por ser o terceiro contato sem solução.',
              'I let the person vent, answer in a few kind words and pass the case to the supervisors, as it is the third contact without a solution.',
            ),
          ],
          {
            'pt-BR':
              'As duas primeiras condutas ficam perto. Assumir as visitas perdidas e resolver tira a causa da raiva; pedir respeito antes segue melhor a política e protege quem atende, mas faz a pessoa esperar de novo por uma falha que não é dela. O aviso com link cumpre a regra e devolve o trabalho; passar adiante repete o que já cansou.',
            en: 'The two best courses are close. Owning the missed visits and solving removes the cause of the anger; asking for respect first follows policy better and protects the agent, but makes the person wait again for a failure that is not theirs. The warning with a link keeps the rule and hands the work back; passing it on repeats what has already worn them out.',
          },
        ),
        scenario(
          'sj-handling-time',
          'intermediate',
          {
            'pt-BR':
              'Seu Osvaldo, de 78 anos, não encontra o boleto no aplicativo e pede que você o ensine, passo a passo, pelo telefone. A ligação já dura 12 minutos (a meta é 6), há 14 pessoas na fila e o boleto vence hoje. Você pode enviar o boleto por mensagem ao celular do cadastro e agendar retornos para o mesmo dia.\n\nO que você faz?',
            en: 'Mr Osvaldo, 78, cannot find the bill in the app and asks you to teach him, step by step, over the phone. The call has lasted 12 minutes (the target is 6), 14 people are waiting and the bill is due today. You may send the bill by text to the mobile on record and schedule call-backs for the same day.\n\nWhat do you do?',
          },
          [
            option(
              'a',
              [3, 2, 3, 1],
              'Continuo guiando no ritmo dele, tela por tela, até que consiga sozinho: desligar agora seria deixá-lo sem o que pediu.',
              'I keep guiding him at his own pace, screen by screen, until he can do it alone: hanging up now would leave him without what he asked for.',
            ),
            option(
              'b',
              [1, 2, 2, 2],
              'Explico que há outras pessoas esperando, envio o boleto por mensagem, confirmo que chegou e indico o vídeo que ensina a usar o aplicativo.',
              'I explain that others are waiting, send the bill by text, confirm that it arrived and point to the video that teaches how to use the app.',
            ),
            option(
              'c',
              [1, 2, 1, 1],
              'Pergunto se há por perto alguém da família acostumado com o aplicativo e sigo com essa pessoa, que pode ensiná-lo depois com calma.',
              'I ask whether a relative used to the app is nearby and continue with that person, who can teach him calmly later.',
            ),
            option(
              'd',
              [2, 3, 2, 3],
              'Envio o boleto por mensagem, espero que ele confirme o pagamento e agendo para o fim da tarde uma ligação só para ensinar o aplicativo.',
              'I send the bill by text, wait for him to confirm the payment and schedule a call late in the afternoon just to teach him the app.',
            ),
          ],
          {
            'pt-BR':
              'Separar o urgente (pagar hoje) do importante (aprender) resolve os dois e respeita a fila. Continuar na linha é o mais atencioso e didático, à custa de 14 pessoas. O vídeo resolve o boleto e deixa o pedido pela metade; a ajuda da família é prática, mas expõe a conta dele a outra pessoa sem que ele tenha pedido.',
            en: 'Separating the urgent (paying today) from the important (learning) solves both and respects the queue. Staying on the line is kindest and teaches best, at the cost of 14 people. The video solves the bill and leaves the request half done; the relative’s help is practical, but exposes his account to someone else without his having asked.',
          },
        ),
        scenario(
          'sj-double-charge',
          'advanced',
          {
            'pt-BR':
              'É o terceiro cliente do dia com cobrança em dobro. O roteiro manda dizer que a segunda é uma pré-autorização, que some em cinco dias; mas no primeiro caso, de manhã, as duas cobranças já apareciam como efetivadas. A área técnica ainda não se pronunciou. Você pode pedir estorno caso a caso.\n\nO que você faz?',
            en: 'This is the third customer today with a double charge. The script says the second one is a pre-authorisation that disappears within five days; but in the first case, this morning, both charges already showed as settled. The technical team has said nothing yet. You may request refunds case by case.\n\nWhat do you do?',
          },
          [
            option(
              'a',
              [2, 3, 3, 3],
              'Verifico as duas cobranças, digo que a causa está em apuração, peço o estorno e reporto os três casos à área técnica e à supervisão.',
              'I check both charges, say the cause is being looked into, request the refund and report the three cases to the technical team and supervisors.',
            ),
            option(
              'b',
              [2, 0, 2, 1],
              'Passo com gentileza a orientação do roteiro, que é a informação oficial até que a área técnica diga outra coisa, e peço que ele aguarde cinco dias.',
              'I kindly pass on the script, which is the official information until the technical team says otherwise, and ask him to wait five days.',
            ),
            option(
              'c',
              [3, 2, 1, 1],
              'Digo que ele tem toda a razão, que há uma falha geral cobrando todo mundo em dobro, e peço o estorno agora mesmo, com prioridade.',
              'I say he is absolutely right, that a general failure is charging everybody twice, and request the refund right now, with priority.',
            ),
            option(
              'd',
              [1, 2, 2, 2],
              'Peço o estorno deste caso, informo o prazo e anoto os três atendimentos para levá-los à reunião da equipe no fim da tarde.',
              'I request the refund for this case, tell him how long it takes and note the three contacts to raise at the team meeting late in the afternoon.',
            ),
          ],
          {
            'pt-BR':
              'Resolver o caso e levar o padrão a quem pode corrigi-lo, sem inventar causa, protege este cliente e os próximos. Afirmar uma falha geral acolhe mais, mas é um palpite. Esperar a reunião deixa o erro correr a tarde toda; repetir um roteiro de que você já tem motivo para duvidar é obediência sem honestidade.',
            en: 'Solving the case and taking the pattern to those who can fix it, without inventing a cause, protects this customer and the next ones. Declaring a general failure is more comforting, but it is a guess. Waiting for the meeting lets the error run all afternoon; repeating a script you already have reason to doubt is obedience without honesty.',
          },
        ),
        scenario(
          'sj-public-post',
          'intermediate',
          {
            'pt-BR':
              'Numa rede social, uma cliente publica que a empresa “some com quem reclama” e, na pressa, mostra o CPF e o número do pedido. Já são 200 comentários. No sistema consta uma resposta enviada a ela em duas horas, por e-mail, que ela não abriu. O produto veio mesmo com defeito.\n\nO que você faz primeiro?',
            en: 'On social media, a customer posts that the company “ghosts anyone who complains” and, in her hurry, shows her taxpayer number and order number. There are already 200 comments. The system shows a reply sent to her within two hours, by e-mail, which she has not opened. The product did arrive faulty.\n\nWhat do you do first?',
          },
          [
            option(
              'a',
              [0, 1, 2, 2],
              'Respondo em público, com educação e sem citar dados, que a mensagem dela foi respondida em duas horas e que aguardamos o retorno.',
              'I reply in public, politely and without quoting data, that her message was answered within two hours and that we await her reply.',
            ),
            option(
              'b',
              [1, 3, 1, 2],
              'Oculto a publicação para proteger o CPF, chamo a cliente no privado e já abro a troca do produto, que é o que ela precisa.',
              'I hide the post to protect her number, contact her in private and open the exchange of the product at once, which is what she needs.',
            ),
            option(
              'c',
              [3, 2, 3, 3],
              'Lamento em público, sem discutir o prazo; no privado, aviso que o CPF está visível e começo a troca do produto com ela.',
              'I say sorry in public, without arguing about timing; in private, I warn her about the visible number and start the exchange.',
            ),
            option(
              'd',
              [3, 1, 2, 1],
              'Escrevo uma resposta pública calorosa, ofereço um cupom pelo transtorno e peço que ela confirme ali mesmo o número do pedido, para agilizar.',
              'I write a warm public reply, offer a voucher for the trouble and ask her to confirm the order number right there, to speed things up.',
            ),
          ],
          {
            'pt-BR':
              'Acolher à vista de todos, cuidar do dado exposto e resolver no privado atende à cliente e a quem acompanha. Ocultar e trocar vai mais direto à solução, mas, sem explicação, parece censura. Provar que houve resposta é verdade que não ajuda; o cupom agrada, e pedir a confirmação em público expõe ainda mais.',
            en: 'Acknowledging in the open, taking care of the exposed data and solving in private serves the customer and those watching. Hiding and exchanging goes more directly to the solution but, unexplained, looks like censorship. Proving that there was a reply is true and does not help; the voucher pleases, and asking for confirmation in public exposes her further.',
          },
        ),
        scenario(
          'sj-cancellation',
          'intermediate',
          {
            'pt-BR':
              'Um assinante diz que perdeu o emprego, precisa cortar gastos e quer cancelar. O roteiro prevê apresentar duas ofertas, e a sua equipe tem meta de retenção. A política garante o cancelamento no mesmo contato, e existe uma pausa gratuita de três meses, pouco divulgada.\n\nO que você faz?',
            en: 'A subscriber says he has lost his job, needs to cut costs and wants to cancel. The script calls for two offers, and your team has a retention target. Policy guarantees cancellation in the same contact, and there is a free three-month pause that few people know of.\n\nWhat do you do?',
          },
          [
            option(
              'a',
              [2, 2, 1, 1],
              'Mostro solidariedade e apresento as duas ofertas do roteiro, com descontos que podem servir a quem perdeu renda, antes de abrir o cancelamento.',
              'I show sympathy and present the two offers in the script, with discounts that may suit someone who lost income, before opening the cancellation.',
            ),
            option(
              'b',
              [1, 2, 3, 3],
              'Cancelo na hora, como ele pediu, confirmo que não haverá novas cobranças e envio o comprovante, sem apresentar ofertas.',
              'I cancel at once, as he asked, confirm that there will be no further charges and send the receipt, without presenting offers.',
            ),
            option(
              'c',
              [2, 1, 2, 0],
              'Consigo o maior desconto possível, de 70% por seis meses, e sugiro que ele pense com calma e volte a ligar amanhã.',
              'I get the largest discount possible, 70% for six months, and suggest that he think it over calmly and call again tomorrow.',
            ),
            option(
              'd',
              [3, 3, 2, 2],
              'Lamento a situação e pergunto, uma vez, se a pausa gratuita ajudaria; se ele não quiser, cancelo na mesma hora e envio o comprovante.',
              'I say I am sorry and ask, once, whether the free pause would help; if he does not want it, I cancel right then and send the receipt.',
            ),
          ],
          {
            'pt-BR':
              'A pausa gratuita atende ao motivo que ele contou, e uma única pergunta não atrapalha o direito de cancelar. Cancelar sem perguntar é o mais claro e o mais fiel ao pedido, mas esconde uma opção que podia servir. As ofertas do roteiro atendem mais à meta do que à pessoa; adiar para amanhã contraria a política do mesmo contato.',
            en: 'The free pause answers the reason he gave, and a single question does not stand in the way of his right to cancel. Cancelling without asking is clearest and truest to the request, but hides an option that might have helped. The script’s offers serve the target more than the person; putting it off to tomorrow goes against the same-contact policy.',
          },
        ),
        scenario(
          'sj-own-mistake',
          'advanced',
          {
            'pt-BR':
              'São 16h. Você percebe que ontem registrou o endereço errado numa entrega que sai hoje às 18h. A cliente ainda não sabe. A logística consegue corrigir se for avisada logo, a um custo de R$ 35 para a empresa, e o prazo pode aumentar um dia. Pelo sistema, a correção leva 24 horas.\n\nO que você faz primeiro?',
            en: 'It is 4 pm. You realise that yesterday you recorded the wrong address for a delivery leaving today at 6 pm. The customer does not know yet. Logistics can fix it if told soon, at a cost of R$ 35 to the company, and delivery may take one more day. Through the system, the correction takes 24 hours.\n\nWhat do you do first?',
          },
          [
            option(
              'a',
              [1, 3, 1, 1],
              'Ligo para a logística, garanto a correção antes das 18h e não incomodo a cliente: se o prazo se mantiver, para ela nada mudou.',
              'I call logistics, secure the correction before 6 pm and do not bother the customer: if the date holds, nothing has changed for her.',
            ),
            option(
              'b',
              [2, 3, 3, 3],
              'Ligo para a logística e peço a correção; em seguida registro o meu erro no pedido e conto à cliente o que houve e o prazo possível.',
              'I call logistics and request the correction; then I record my mistake on the order and tell the customer what happened and the possible date.',
            ),
            option(
              'c',
              [3, 1, 3, 2],
              'Ligo primeiro para a cliente, assumo o erro, peço desculpas e confirmo com ela o endereço certo; depois lanço a correção no sistema.',
              'I call the customer first, own the mistake, apologise and confirm the right address with her; then I enter the correction in the system.',
            ),
            option(
              'd',
              [0, 1, 2, 3],
              'Conto à supervisão o que aconteceu e peço orientação antes de mexer no pedido, já que a correção tem custo para a empresa.',
              'I tell the supervisors what happened and ask for guidance before touching the order, as the correction has a cost for the company.',
            ),
          ],
          {
            'pt-BR':
              'Com duas horas de margem, a logística vem antes; depois, o registro e o aviso, porque a cliente tem direito de saber de um prazo que pode mudar. Ligar antes para ela é o mais atencioso, mas a correção pelo sistema não chega a tempo. Corrigir em silêncio resolve e omite; pedir orientação é correto, e gasta o tempo que resta.',
            en: 'With two hours to spare, logistics comes first; then the record and the notice, because the customer has a right to know of a date that may change. Calling her first is kindest, but the correction through the system comes too late. Fixing it silently solves and omits; asking for guidance is proper, and spends the time that is left.',
          },
        ),
      ],
    },
  ],
};
