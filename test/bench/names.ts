/** Common names: a search for one of them finds thousands among 100,000 attempts. */
export const firstNames =
  words(`Ana Antônio Beatriz Bruno Camila Carlos Cecília Daniel Débora Eduardo
  Elisa Fábio Fernanda Gabriel Helena Igor Inês Joana João José Júlia Karina Laura Leonardo Luíza Marcelo
  Mariana Natália Otávio Patrícia Paulo Rafael Renata Sérgio Sofia Tiago Vanessa Vinícius Vitória Yasmin`);

export const lastNames =
  words(`Almeida Araújo Barbosa Batista Cardoso Carvalho Castro Correia Costa Cunha
  Dias Duarte Fernandes Ferreira Freitas Gomes Gonçalves Lima Lopes Machado Marques Martins Melo Mendes
  Monteiro Moreira Nascimento Nunes Oliveira Pereira Pinto Ramos Ribeiro Rocha Rodrigues Santana Santos
  Silva Soares Souza Teixeira Vieira`);

function words(text: string): string[] {
  return text.split(/\s+/);
}
