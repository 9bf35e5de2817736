// The picture of loops; where it is wider than the page it is moved sideways, from its middle on.

export default function ({ parentElement, data }) {
  const place = parentElement.querySelector(".picture");
  const before = place.firstElementChild ? place.scrollLeft : null;
  place.setAttribute("aria-label", data.label);
  place.innerHTML = data.svg;
  place.firstElementChild.setAttribute("aria-label", data.spelt);
  place.scrollLeft = before ?? (place.scrollWidth - place.clientWidth) / 2;
}
