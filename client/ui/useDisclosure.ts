import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'

/** A button that shows something beside it: Esc and going elsewhere close it, and the focus comes back to the button. */
export function useDisclosure() {
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation()
    setIsOpen(false)
    button.current?.focus()
  }
  const handleBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    // Null is a click on something that takes no focus; inside our own area that leaves everything as it is.
    if (relatedTarget === null ? !currentTarget.matches(':hover') : !currentTarget.contains(relatedTarget)) setIsOpen(false)
  }
  return {
    isOpen,
    close: () => setIsOpen(false),
    buttonProps: { ref: button, 'aria-expanded': isOpen, onClick: () => setIsOpen(!isOpen) },
    areaProps: { onKeyDown: handleKeyDown, onBlur: handleBlur },
  }
}
