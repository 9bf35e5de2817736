"""How every page looks: the theme, our few classes of style, and how a chart is shown."""
