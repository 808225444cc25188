/** The server's numbers of the connections that specs look through: what goes on there is not the student's doing. */
export const ourThreads = new Set<number>()
