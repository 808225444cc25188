export async function foreignKeys(): Promise<any> {
  return [
    {
      table: 'messages',
      column: 'conversation_id',
      references: 'conversations.id',
      onDelete: 'CASCADE',
    },
  ]
}
