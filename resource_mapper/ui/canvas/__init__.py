"""The sheet on the screen: scene, view, and the gestures of the hand."""
