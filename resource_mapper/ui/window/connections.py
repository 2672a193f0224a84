"""Who hears whom in the main window."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from resource_mapper.ui.window.main_window import MainWindow


def connect_parts(window: "MainWindow") -> None:
    """Connect the parts that a window has from the start."""
    _connect_cards(window)
    _connect_gaps(window)
    _connect_files(window)
    _connect_status(window)


def _connect_cards(window: "MainWindow") -> None:
    window.side.quick_add.names_entered.connect(window.cards.add_names)
    window.side.quick_add.hinted.connect(window.status.show_note)
    window.cards.hinted.connect(window.status.show_note)
    tray = window.side.tray
    tray.drag_began.connect(window.view.begin_from_tray)
    tray.drag_moved.connect(window.view.drag_to)
    tray.drag_ended.connect(window.view.drop_at)
    tray.drag_cancelled.connect(window.view.cancel_gesture)
    tray.activated_card.connect(window.commands.open_card)
    tray.place_wanted.connect(window.commands.place_cards)
    window.view.card_activated.connect(window.commands.open_card)
    window.view.heading_wanted.connect(window.actions_by_id["editHeading"].trigger)
    window.view.card_wanted.connect(window.commands.go_to_quick_add)
    window.toolbar.lens_chosen.connect(window.cards.set_lens)


def _connect_gaps(window: "MainWindow") -> None:
    window.gaps.gap_chosen.connect(window.view.show_gap)
    window.gaps.cards_chosen.connect(window.finding.reveal_all)
    window.gaps.wish_wanted.connect(window.commands.add_wish)
    window.gaps.concern_wanted.connect(window.commands.raise_finding)


def _connect_files(window: "MainWindow") -> None:
    window.tasks.busy_changed.connect(window.closing.go_on)
    window.files.beginning.connect(window.commands.finish_typing)
    window.document.changed.connect(window.show_workspace)
    window.document.replaced.connect(window.show_workspace)
    window.files.begun.connect(window.grant_wish)
    window.files.opening_began.connect(window.opening.begin)
    window.files.opening_ended.connect(window.opening.end)
    window.files.saved.connect(window.status.show_saved)
    window.files.banner_wanted.connect(window.show_banner_of)
    window.files.banner_done.connect(window.hide_banner)


def _connect_status(window: "MainWindow") -> None:
    window.view.hinted.connect(window.status.show_hint)
    window.view.zoom_changed.connect(window.status.show_zoom)
    window.status.zoom_wanted.connect(window.view.set_zoom)
    window.status.fit_wanted.connect(window.view.fit_width)
    window.status.everything_wanted.connect(window.filter.clear)
    window.tasks.progressed.connect(window.status.show_progress)
    window.tasks.cancellable_changed.connect(window.status.show_cancel)
    window.status.cancel_wanted.connect(window.tasks.cancel)
    window.tasks.progressed.connect(window.opening.show_progress)
    window.tasks.cancellable_changed.connect(window.opening.show_cancel)
    window.opening.cancel_wanted.connect(window.tasks.cancel)
