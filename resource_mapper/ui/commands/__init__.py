"""What can be commanded: the table of actions, the menus, and what each action does, in one line."""
